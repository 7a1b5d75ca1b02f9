import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Processes that buy, and all they said. */
export class Crowd {
  readonly said: string[] = [];
  readonly #children: ChildProcess[] = [];
  readonly #ended: Promise<void>[] = [];
  #heard: () => void = () => {};

  join(program: string, args: readonly (string | number)[]): void {
    const child = spawn(process.execPath, [join(__dirname, program), ...args.map(String)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#children.push(child);
    const listening = (async () => {
      for await (const line of createInterface({ input: child.stdout! })) {
        this.said.push(line);
        this.#heard();
      }
    })();
    this.#ended.push(listening);
  }

  /** Resolves when so many lines begin with one of these words, or all have gone home. */
  async heard(words: readonly string[], count: number): Promise<void> {
    let seen = 0;
    let read = 0;
    const enough = new Promise<void>((resolve) => {
      this.#heard = () => {
        for (; read < this.said.length; read++) {
          if (words.some((word) => this.said[read]!.startsWith(`${word} `))) seen++;
        }
        if (seen >= count) resolve();
      };
      this.#heard();
    });
    await Promise.race([enough, this.gone()]);
  }

  async gone(): Promise<void> {
    await Promise.all(this.#ended);
  }

  /** What was said with one of these words. */
  with(...words: readonly string[]): readonly string[] {
    return this.said.filter((line) => words.some((word) => line.startsWith(`${word} `)));
  }

  /** Ends those that a failed test left behind. */
  async disperse(): Promise<void> {
    for (const child of this.#children) child.kill('SIGKILL');
    await this.gone();
  }
}
