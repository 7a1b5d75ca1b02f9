const EVERY_MILLIS = 5_000;

/** Tells on standard error, every few seconds, how far a long run is and how long it will take. */
export class Progress {
  private readonly began = performance.now();
  private told = this.began;

  constructor(private readonly whole: number) {}

  tell(done: number, seed: number): void {
    const now = performance.now();
    if (now - this.told < EVERY_MILLIS) return;
    this.told = now;
    const rate = done / ((now - this.began) / 1000);
    const left = Math.round((this.whole - done) / rate);
    process.stderr.write(`  ${done} of ${this.whole}, ${Math.round(rate)} a second, ${left} s to go (seed ${seed})\n`);
  }

  seconds(): string {
    return ((performance.now() - this.began) / 1000).toFixed(1);
  }
}
