import type { StoredEvent } from '../../../src/commands/eventStore.js';
import { streamParts } from '../../../src/domain/kernel/stream.js';
import type { OrderHold } from '../../../src/domain/order/events.js';
import { Violation } from '../violation.js';
import type { AllowanceBook } from './allowanceBook.js';
import type { Invariant } from './invariant.js';

const NAME = 'holds follow orders';

interface Followed {
  quote: string;
  holds: readonly OrderHold[];
  changing: { readonly quote: string; readonly takes: readonly OrderHold[] } | null;
  retaken: string | null;
}

/** No order says more than the allowances know: what it promises was held, what it says is confirmed is confirmed. */
export class HoldsFollowOrders implements Invariant {
  readonly #orders = new Map<string, Followed>();
  readonly #takenBy = new Map<string, string>();

  constructor(private readonly book: AllowanceBook) {}

  stored({ stream, type, data }: StoredEvent): void {
    const { category, id } = streamParts(stream);
    if (category !== 'order' && type !== 'quote-taken') return;
    const said = JSON.parse(data);
    if (type === 'quote-taken') {
      const other = this.#takenBy.get(id);
      if (other !== undefined && other !== said.order) throw new Violation(NAME, `two orders took quote ${id}`);
      this.#takenBy.set(id, said.order);
    } else if (type === 'order-placing') {
      const { ordered, holds } = said;
      this.#orders.set(id, { quote: ordered.quote, holds, changing: null, retaken: null });
    } else this.#follow(id, this.#orders.get(id)!, type, said);
  }

  #follow(id: string, order: Followed, type: string, said: Record<string, unknown>): void {
    if (type === 'order-placed') {
      this.#refuseUnheld(id, order.holds);
      this.#refuseUntaken(id, order.quote);
    } else if (type === 'order-changing') {
      const { ordered, takes } = said as unknown as { ordered: { quote: string }; takes: OrderHold[] };
      order.changing = { quote: ordered.quote, takes };
    } else if (type === 'order-changed') {
      const unswapped = said['unswapped'] as string[];
      this.#refuseUnheld(
        id,
        order.changing!.takes.filter(({ allowance }) => !unswapped.includes(allowance)),
      );
      this.#refuseUntaken(id, order.changing!.quote);
    } else if (type === 'order-retaking') order.retaken = said['hold'] as string;
    else if (type === 'order-paid' && order.retaken) {
      this.#refuseUnheld(
        id,
        order.holds.map((hold) => ({ ...hold, hold: order.retaken! })),
      );
    } else if (type === 'holds-retaken') this.#refuseUnheld(id, said['holds'] as OrderHold[]);
    else if (type === 'holds-confirmed') {
      for (const { allowance, hold } of said['holds'] as OrderHold[]) {
        if (this.book.hold(allowance, hold)?.status !== 'confirmed') {
          throw new Violation(NAME, `${id} says ${allowance}/${hold} is confirmed: it is not`);
        }
      }
    } else if (type === 'holds-released') {
      for (const key of said['holds'] as string[]) {
        const [allowance = '', hold = ''] = key.split('/');
        const status = this.book.hold(allowance, hold)?.status;
        if (status === 'held' || status === 'confirmed')
          throw new Violation(NAME, `${id} gave ${key} back: it is ${status}`);
      }
    }
  }

  #refuseUnheld(id: string, holds: readonly OrderHold[]): void {
    for (const { allowance, hold } of holds) {
      const known = this.book.hold(allowance, hold);
      if (known?.order !== id) throw new Violation(NAME, `${id} promises ${allowance}/${hold}, which it never held`);
    }
  }

  #refuseUntaken(id: string, quote: string): void {
    if (this.#takenBy.get(quote) !== id) throw new Violation(NAME, `${id} has quote ${quote}, which it never took`);
  }
}
