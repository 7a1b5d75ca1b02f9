import type { Terminal } from '../../../src/infra/cli/terminal.js';

/** A terminal that remembers what was printed; its clock stands still until the test moves it. */
export class CapturedTerminal implements Terminal {
  printed = '';
  complained = '';
  now = 0;
  readonly drawsProgress = false;
  readonly colours = false;

  constructor(readonly env: Readonly<Record<string, string>> = {}) {}

  out = (text: string): void => {
    this.printed += text;
  };

  err = (text: string): void => {
    this.complained += text;
  };

  readonly interrupted = new AbortController();

  interrupt = () => ({ signal: this.interrupted.signal, forget: () => {} });

  clock = (): number => this.now;

  /** Standard output as NDJSON. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into it
  get json(): any[] {
    return this.printed
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  }
}
