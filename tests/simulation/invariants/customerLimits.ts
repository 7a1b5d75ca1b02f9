import type { StoredEvent } from '../../../src/commands/eventStore.js';
import { plusMillis } from '../../../src/domain/kernel/instant.js';
import { streamParts } from '../../../src/domain/kernel/stream.js';
import { Violation } from '../violation.js';
import type { AllowanceBook } from './allowanceBook.js';
import type { Invariant } from './invariant.js';

const NAME = 'I5 customer limits';
const SHANGHAI_MILLIS = 8 * 3_600_000;

/** Nobody takes more than one may, in all and on one day of the zone; judged when it is taken. */
export class CustomerLimits implements Invariant {
  constructor(private readonly book: AllowanceBook) {}

  stored({ stream, type, data, recordedAt }: StoredEvent): void {
    if (type !== 'allowance-held') return;
    const { id } = streamParts(stream);
    const { perCustomer, perCustomerDay } = this.book.allowances.get(id)!.terms;
    const { customer, day: saidDay } = JSON.parse(data);
    const limit = (what: string, most: number | undefined, taken: number) => {
      if (most === undefined || taken <= most) return;
      throw new Violation(NAME, `${customer ?? 'a guest'} took ${taken} of ${id}, of at most ${most} ${what}`);
    };
    const isOf = (hold: { customer?: string }) => hold.customer === customer;
    limit('in all', perCustomer, this.book.taken(id, isOf));
    if (!perCustomerDay) return;
    const day = plusMillis(recordedAt, SHANGHAI_MILLIS).slice(0, 10);
    if (saidDay !== day) throw new Violation(NAME, `a hold of ${id} counts for ${saidDay} and was taken on ${day}`);
    limit(
      'a day',
      perCustomerDay.uses,
      this.book.taken(id, (hold) => isOf(hold) && hold.day === day),
    );
  }
}
