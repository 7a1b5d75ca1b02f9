import type { Position } from '../eventStore.js';
import type { CloudEvent } from '../published/cloudEvent.js';
import { shopOf } from './exportedTable.js';
import type { ExportCounts } from './manifest.js';

export const NOTHING_COUNTED: ExportCounts = {
  first: null,
  last: null,
  events: 0,
  shops: {},
  types: {},
  inside: 0,
  unknown: {},
};

/** Counts what leaves, and what does not. */
export class ExportCounter {
  #first: Position | null;
  #last: Position | null;
  #events: number;
  #inside: number;
  readonly #shops: Record<string, number>;
  readonly #types: Record<string, number>;
  readonly #unknown: Record<string, number>;

  constructor({ first, last, events, shops, types, inside, unknown }: ExportCounts) {
    this.#first = first;
    this.#last = last;
    this.#events = events;
    this.#inside = inside;
    this.#shops = { ...shops };
    this.#types = { ...types };
    this.#unknown = { ...unknown };
  }

  left({ position, source, type }: CloudEvent): void {
    this.#first ??= position;
    this.#last = position;
    this.#events++;
    addOne(this.#shops, shopOf(source));
    addOne(this.#types, type);
  }

  stayed(): void {
    this.#inside++;
  }

  notKnown(type: string, version: number): void {
    addOne(this.#unknown, `${type}/${version}`);
  }

  get counts(): ExportCounts {
    const [shops, types, unknown] = [{ ...this.#shops }, { ...this.#types }, { ...this.#unknown }];
    return { first: this.#first, last: this.#last, events: this.#events, shops, types, inside: this.#inside, unknown };
  }
}

function addOne(counts: Record<string, number>, name: string): void {
  counts[name] = (Object.hasOwn(counts, name) ? counts[name]! : 0) + 1;
}
