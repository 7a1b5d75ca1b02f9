import { createHash } from 'node:crypto';

const LAST_LINES = 60;
const LINES_A_HASH = 512;
/** Steps that say nothing of what happened. */
const IDLE = /^\d+ \S+ \d life \d+ (pause|rest|turn|query|batch|follow|deliver|read .*)$/;

/** Everything that happened, as lines: their hash says whether two runs were the same, the last ones how a run ended. */
export class Trace {
  readonly #hash = createHash('sha256');
  #lines: string[] = [];
  #last: string[] = [];

  /** `about`: only lines with one of these words are kept to be shown. */
  constructor(private readonly about: readonly string[] = []) {}

  line(line: string): void {
    if (this.#lines.push(line) >= LINES_A_HASH) this.#hashLines();
    if (this.about.length > 0 ? this.about.some((word) => line.includes(word)) : !IDLE.test(line))
      this.#last.push(line);
    if (this.#last.length > 2 * LAST_LINES) this.#last = this.#last.slice(-LAST_LINES);
  }

  last(): readonly string[] {
    return this.#last.slice(-LAST_LINES);
  }

  /** Of the whole run; once, at its end. */
  digest(): string {
    this.#hashLines();
    return this.#hash.digest('hex');
  }

  #hashLines(): void {
    this.#hash.update(this.#lines.join('\n'));
    this.#lines = [];
  }
}
