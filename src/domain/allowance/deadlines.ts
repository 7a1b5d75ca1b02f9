import type { Instant } from '../kernel/instant.js';

/** Something with an end that knows its place among the deadlines; only Deadlines writes it. */
export interface Ending {
  readonly hold: string;
  readonly until: Instant;
  place: number;
}

/**
 * Holds by the instant they end: a binary heap in which each knows its place, so that adding and removing one costs
 * log n, and finding those that have ended costs as much as there are of them, however many stand.
 */
export class Deadlines<Of extends Ending> {
  readonly #heap: Of[] = [];

  get size(): number {
    return this.#heap.length;
  }

  /** The one that ends first. */
  first(): Of | undefined {
    return this.#heap[0];
  }

  add(ending: Of): void {
    this.#rise(ending, this.#heap.length);
  }

  remove(ending: Of): void {
    const last = this.#heap.pop()!;
    if (last === ending) return;
    if (ending.place > 0 && endsBefore(last, this.#heap[(ending.place - 1) >> 1]!)) this.#rise(last, ending.place);
    else this.#sink(last, ending.place);
  }

  /** Those that have ended at an instant, earliest first; more than `most` are not looked for. */
  ended(at: Instant, most: number): Of[] {
    const found: Of[] = [];
    const places = [0];
    while (places.length > 0 && found.length < most) {
      const place = places.pop()!;
      const ending = this.#heap[place];
      if (!ending || ending.until > at) continue;
      found.push(ending);
      places.push(2 * place + 1, 2 * place + 2);
    }
    return found.sort((a, b) => (endsBefore(a, b) ? -1 : 1));
  }

  #rise(ending: Of, from: number): void {
    let place = from;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (!endsBefore(ending, this.#heap[above]!)) break;
      this.#put(this.#heap[above]!, place);
      place = above;
    }
    this.#put(ending, place);
  }

  #sink(ending: Of, from: number): void {
    let place = from;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= this.#heap.length) break;
      if (below + 1 < this.#heap.length && endsBefore(this.#heap[below + 1]!, this.#heap[below]!)) below++;
      if (!endsBefore(this.#heap[below]!, ending)) break;
      this.#put(this.#heap[below]!, place);
      place = below;
    }
    this.#put(ending, place);
  }

  #put(ending: Of, place: number): void {
    this.#heap[place] = ending;
    ending.place = place;
  }
}

// Holds that end together go by their names, so that the order never depends on the heap.
function endsBefore(a: Ending, b: Ending): boolean {
  return a.until < b.until || (a.until === b.until && a.hold < b.hold);
}
