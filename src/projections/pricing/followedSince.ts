import { comparePositions, type Position, START, type StoredEvent } from '../../commands/eventStore.js';
import type { OrderCounts } from '../../commands/pricingView.js';
import type { CountChange } from './pricingViews.js';

/** Beyond it the oldest are forgotten; what is older than that is looked up in the log. */
const MOST = 100_000;

/**
 * What happened lately to products, customers and their orders: with it an answer from a place that is behind is either
 * made good or seen to be too old.
 */
export class FollowedSince {
  #since: Position = START;
  /** Oldest first. */
  readonly #revisions = new Map<string, { readonly revision: number; readonly position: Position }>();
  #changes: (CountChange & { readonly position: Position })[] = [];

  /** From here on everything is known. */
  begin(position: Position): void {
    this.#since = position;
    this.#revisions.clear();
    this.#changes = [];
  }

  note({ stream, revision, position }: StoredEvent): void {
    this.#revisions.delete(stream);
    this.#revisions.set(stream, { revision, position });
    if (this.#revisions.size > MOST) this.forget(this.#revisions.values().next().value!.position);
  }

  noteChange(change: CountChange, position: Position): void {
    this.#changes.push({ ...change, position });
    if (this.#changes.length > MOST) this.forget(this.#changes[0]!.position);
  }

  /** Whether a stream known to a revision, by a place that knew the log up to a position, is as new as what is here. */
  isNew(stream: string, revision: number, asOf: Position): boolean {
    return this.covers(asOf) && revision >= (this.#revisions.get(stream)?.revision ?? -1);
  }

  /** Whether everything after a position is here. */
  covers(position: Position): boolean {
    return comparePositions(position, this.#since) >= 0;
  }

  /** Streams that went on. */
  streams(prefix: string): string[] {
    return [...this.#revisions.keys()].filter((stream) => stream.startsWith(prefix));
  }

  /** Counts as of a position that is covered, with what happened after it. */
  countedOn(customer: string, counts: OrderCounts, position: Position): OrderCounts {
    const later = this.#changes.filter(
      (one) => one.customer === customer && comparePositions(one.position, position) > 0,
    );
    return later.reduce(added, counts);
  }

  /** Everybody who is asked knows what happened up to a position. */
  forget(position: Position): void {
    if (comparePositions(position, this.#since) <= 0) return;
    this.#since = position;
    for (const [stream, { position: at }] of this.#revisions) {
      if (comparePositions(at, position) > 0) break;
      this.#revisions.delete(stream);
    }
    const kept = this.#changes.findIndex((one) => comparePositions(one.position, position) > 0);
    this.#changes = kept < 0 ? [] : this.#changes.slice(kept);
  }
}

export function added(a: OrderCounts, b: OrderCounts): OrderCounts {
  return { placed: a.placed + b.placed, cancelled: a.cancelled + b.cancelled };
}
