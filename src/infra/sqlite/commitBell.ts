/** Tells followers that there is something new to read. */
export class CommitBell {
  readonly #sleepers = new Set<() => void>();

  ring(): void {
    for (const wake of [...this.#sleepers]) wake();
  }

  /** Resolves at the next ring or when the signal aborts, and then holds nothing of either. */
  rung(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#sleepers.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#sleepers.add(wake);
      signal.addEventListener('abort', wake);
    });
  }

  /** How many followers wait; a test that leaves one behind fails. */
  get sleeping(): number {
    return this.#sleepers.size;
  }
}
