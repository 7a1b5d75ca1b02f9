import type { StoredEvent } from '../../commands/eventStore.js';
import type { EventRow } from '../sql/eventRow.js';
import { eventOf } from '../sql/eventRow.js';

const MOST_EVENTS = 1_000;
const MOST_CHARACTERS = 8_000_000;

interface Batch {
  /** The position before its first event. */
  readonly after: number;
  readonly events: readonly StoredEvent[];
  readonly characters: number;
}

/**
 * What was committed last, at hand for everyone who follows the log: each event is made once, not read from the file by
 * every follower. Who is further behind reads the file.
 */
export class RecentEvents {
  #batches: Batch[] = [];
  #events = 0;
  #characters = 0;

  /** Takes what a transaction stored, in order. */
  add(rows: readonly EventRow[]): void {
    const first = rows[0];
    if (!first) return;
    const after = first[0] - 1;
    // Something came between that was not told: it is in the file.
    if (this.#batches.length > 0 && this.#head() !== after) this.clear();
    const characters = rows.reduce((sum, { 15: data }) => sum + data.length, 0);
    this.#batches.push({ after, events: rows.map(eventOf), characters });
    this.#events += rows.length;
    this.#characters += characters;
    while (this.#events > MOST_EVENTS || this.#characters > MOST_CHARACTERS) this.#forgetOldest();
  }

  /** The events after a position, at most `limit`; none when it knows of none, or not of all: then the file is asked. */
  after(position: number, limit: number): readonly StoredEvent[] {
    const start = this.#batches.findLastIndex(({ after }) => after <= position);
    if (start < 0 || position >= this.#head()) return [];
    const { after, events } = this.#batches[start]!;
    const some = [events.slice(position - after), ...this.#batches.slice(start + 1).map((batch) => batch.events)];
    return some.flat().slice(0, limit);
  }

  clear(): void {
    this.#batches = [];
    this.#events = 0;
    this.#characters = 0;
  }

  #head(): number {
    const { after, events } = this.#batches.at(-1)!;
    return after + events.length;
  }

  #forgetOldest(): void {
    const { events, characters } = this.#batches.shift()!;
    this.#events -= events.length;
    this.#characters -= characters;
  }
}
