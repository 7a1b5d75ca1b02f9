/** The furthest position of the log this process has heard of. Hearsay: it may be late, never ahead of the log. */
export class HeadNews {
  #head = 0;
  readonly #waiting = new Set<() => void>();

  tell(position: number): void {
    if (position <= this.#head) return;
    this.#head = position;
    this.wake();
  }

  /** Lets everybody look for themselves: something may have been missed. */
  wake(): void {
    for (const wake of [...this.#waiting]) wake();
  }

  /** Resolves when the head is beyond a place, the signal aborts, somebody wakes, or after so many milliseconds. */
  beyond(place: number, signal: AbortSignal, patienceMillis: number): Promise<void> {
    if (this.#head > place || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, patienceMillis);
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }

  /** How many wait; a test that leaves one behind fails. */
  get waiting(): number {
    return this.#waiting.size;
  }
}
