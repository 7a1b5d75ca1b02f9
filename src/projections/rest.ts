/** A pause between two steps that whoever waits for the next one can end. */
export class Rest {
  private end: (() => void) | null = null;

  /** Resolves after some milliseconds, or when it is ended, or when the signal aborts. */
  async take(millis: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, millis);
      this.end = () => {
        clearTimeout(timer);
        resolve();
      };
      signal.addEventListener('abort', this.end, { once: true });
    });
    if (this.end) signal.removeEventListener('abort', this.end);
    this.end = null;
  }

  endNow(): void {
    this.end?.();
  }
}
