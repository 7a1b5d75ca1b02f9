/** Loops that follow the log for as long as the process lives. One that fails is remembered, and shown by /readyz. */
export class Followers {
  private readonly stopping = new AbortController();
  private readonly running: Promise<void>[] = [];
  private readonly faults: string[] = [];

  follow(name: string, run: (signal: AbortSignal) => Promise<void>): void {
    const following = run(this.stopping.signal).catch((error: unknown) => {
      this.faults.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    });
    this.running.push(following);
  }

  fault(): string | null {
    return this.faults[0] ?? null;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.running);
  }
}
