import type { StoredEvent } from '../../../src/commands/eventStore.js';
import { streamParts } from '../../../src/domain/kernel/stream.js';
import { Violation } from '../violation.js';
import type { AllowanceBook } from './allowanceBook.js';
import type { Invariant } from './invariant.js';

const NAME = 'I3 never oversold';

/** At every prefix of the log held + confirmed ≤ total, of uses, stock and money alike; amounts are whole. */
export class NeverOversold implements Invariant {
  constructor(private readonly book: AllowanceBook) {}

  stored({ stream, type, revision }: StoredEvent): void {
    const { category, id } = streamParts(stream);
    const allowance = category === 'allowance' && this.book.allowances.get(id);
    if (!allowance) return;
    const { total } = allowance.terms;
    const taken = this.book.taken(id);
    if (!Number.isSafeInteger(taken)) throw new Violation(NAME, `${taken} is taken of ${id}: no whole number`);
    if (total !== null && taken > total) {
      throw new Violation(NAME, `${taken} of ${total} are taken of ${id} after ${type}@${revision}`);
    }
  }
}
