import type { DomainEvent } from '../domain/kernel/decider.js';
import type { StreamName } from '../domain/kernel/stream.js';
import type { StreamFold } from './streamFold.js';

type AnyFold = StreamFold<unknown, DomainEvent>;

/** What a fold costs beside its events, counted as so many. */
const BASE_WEIGHT = 10;

/**
 * The folds used last, so that no stream is folded twice. Who takes one owns it until it is kept again; one that may
 * hold what was not stored is not kept. Events are its measure: 100,000 of an allowance take about 40 MB.
 */
export class FoldCache {
  readonly #folds = new Map<StreamName, AnyFold>();
  #weight = 0;

  constructor(private readonly mostEvents: number) {}

  take(stream: StreamName): AnyFold | undefined {
    const fold = this.#folds.get(stream);
    if (fold) {
      this.#folds.delete(stream);
      this.#weight -= weightOf(fold);
    }
    return fold;
  }

  keep(stream: StreamName, fold: AnyFold): void {
    this.#folds.set(stream, fold);
    this.#weight += weightOf(fold);
    // A map iterates in the order of insertion: the first was used the longest ago.
    for (const oldest of this.#folds.keys()) {
      if (this.#weight <= this.mostEvents) break;
      this.take(oldest);
    }
  }
}

function weightOf(fold: AnyFold): number {
  return fold.next + BASE_WEIGHT;
}
