import type { StoredEvent } from '../../../src/commands/eventStore.js';
import { streamParts } from '../../../src/domain/kernel/stream.js';
import { Violation } from '../violation.js';
import type { AllowanceBook } from './allowanceBook.js';
import type { Invariant } from './invariant.js';

const NAME = 'holds go one way';

/**
 * A hold is held once, then confirmed before its end, released before its end or expired at it; only what is confirmed is
 * cancelled; and only its own order moves it.
 */
export class HoldSteps implements Invariant {
  /** The order that each event is about, by event id. */
  readonly #orderOf = new Map<string, string>();

  constructor(private readonly book: AllowanceBook) {}

  stored(event: StoredEvent): void {
    const { category, id } = streamParts(event.stream);
    if (category === 'order') this.#orderOf.set(event.id, id);
    if (category !== 'allowance' || event.type === 'allowance-adjusted') return;
    if (event.type === 'allowance-opened') {
      if (this.book.allowances.has(id)) throw new Violation(NAME, `${id} was opened twice`);
      return;
    }
    const { type, data, recordedAt, causation = '' } = event;
    const { hold: name, order, until } = JSON.parse(data);
    const known = this.book.allowances.get(id)?.holds.get(name);
    const wrong = (why: string) => new Violation(NAME, `${type} of ${id}/${name}: ${why}`);
    if (type === 'allowance-held') {
      if (known?.status === 'held' || known?.status === 'confirmed') throw wrong('it stands already');
      if (recordedAt >= until) throw wrong('it had ended before it began');
      if (order !== this.#orderOf.get(causation)) throw wrong(`it was taken for ${this.#orderOf.get(causation)}`);
      return;
    }
    if (!known) throw wrong('there is no such hold');
    const isCancelling = type === 'hold-cancelled';
    if (known.status !== (isCancelling ? 'confirmed' : 'held')) throw wrong(`it is ${known.status}`);
    if (type === 'hold-expired') {
      if (recordedAt < known.until) throw wrong(`it ends only at ${known.until}`);
      return;
    }
    if (!isCancelling && recordedAt >= known.until) throw wrong(`it ended at ${known.until}`);
    if (known.order !== this.#orderOf.get(causation)) throw wrong(`${this.#orderOf.get(causation)} moved it`);
  }
}
