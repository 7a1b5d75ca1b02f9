import { instantOf } from '../../../src/domain/kernel/instant.js';
import { ordersOf } from '../ordersOf.js';
import { BEGAN_AT } from '../simulatedMachine.js';
import { Violation } from '../violation.js';
import type { World } from '../world.js';
import type { AllowanceBook } from './allowanceBook.js';
import type { Invariant } from './invariant.js';

const NAME = 'I4 nothing leaks';

/**
 * At rest free + held + sold = total: what is confirmed is exactly what paid orders have, or cancelled ones consumed;
 * what is still held has ended by any clock.
 */
export class NothingLeaks implements Invariant {
  constructor(private readonly book: AllowanceBook) {}

  atRest({ server, scheduler }: World): void {
    const sold = this.#soldBy(server);
    const now = instantOf(BEGAN_AT + scheduler.now);
    for (const [id, { holds }] of this.book.allowances) {
      for (const { hold, status, until } of holds.values()) {
        const key = `${id}/${hold}`;
        if (status === 'confirmed' && !sold.delete(key)) throw new Violation(NAME, `${key} is sold to nobody`);
        if (status === 'held' && until > now) throw new Violation(NAME, `${key} is held until ${until} for nobody`);
      }
    }
    const [missing] = sold;
    if (missing !== undefined) throw new Violation(NAME, `${missing} was paid and is not confirmed`);
  }

  #soldBy(server: World['server']): Set<string> {
    const sold = new Set<string>();
    for (const { status, holds } of ordersOf(server).values()) {
      if (status !== 'paid') continue;
      for (const { allowance, hold } of holds) {
        const isBack = this.book.hold(allowance, hold)?.status === 'cancelled';
        if (!isBack) sold.add(`${allowance}/${hold}`);
      }
    }
    return sold;
  }
}
