/** What a batch holds at most; a single request may be beyond. */
export interface BatchBounds {
  readonly requests: number;
  readonly events: number;
  readonly bytes: number;
}

export interface Queued<Request, Outcome> {
  readonly request: Request;
  /** Sizes of the request, for the bounds of a batch. */
  readonly events: number;
  readonly bytes: number;
  readonly settle: (outcome: Outcome) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Gathers what is asked for in one turn of the event loop, or while a batch is being stored, into one batch, because a
 * batch costs one fsync whatever its size. What does not fit waits for the next turn, so that the process answers others
 * in between.
 */
export class GroupCommit<Request, Outcome> {
  #queue: Queued<Request, Outcome>[] = [];
  #drained: Promise<void> = Promise.resolve();
  #scheduled = false;

  /** `commit` gives the outcomes in the order of the requests; what it throws fails the whole batch. */
  constructor(
    private readonly bounds: BatchBounds,
    private readonly commit: (batch: readonly Request[]) => readonly Outcome[] | Promise<readonly Outcome[]>,
  ) {}

  enqueue(queued: Queued<Request, Outcome>): void {
    this.#queue.push(queued);
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#drained = new Promise((resolve) => setImmediate(() => this.#run(resolve)));
  }

  /** When everything asked for so far has its outcome. */
  drained(): Promise<void> {
    return this.#drained;
  }

  async #run(drained: () => void): Promise<void> {
    const batch = this.#takeBatch();
    try {
      const outcomes = await this.commit(batch.map(({ request }) => request));
      for (const [i, { settle }] of batch.entries()) settle(outcomes[i]!);
    } catch (error) {
      for (const { fail } of batch) fail(error);
    }
    if (this.#queue.length > 0) {
      setImmediate(() => this.#run(drained));
    } else {
      this.#scheduled = false;
      drained();
    }
  }

  #takeBatch(): Queued<Request, Outcome>[] {
    const most = this.bounds;
    let events = 0;
    let bytes = 0;
    const beyond = this.#queue.findIndex((queued, i) => {
      events += queued.events;
      bytes += queued.bytes;
      return i > 0 && (i >= most.requests || events > most.events || bytes > most.bytes);
    });
    return this.#queue.splice(0, beyond < 0 ? this.#queue.length : beyond);
  }
}
