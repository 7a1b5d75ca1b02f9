import type { StoredEvent } from '../../../src/commands/eventStore.js';
import { streamParts } from '../../../src/domain/kernel/stream.js';
import type { OrderHold, Refusal } from '../../../src/domain/order/events.js';
import { keyOf } from '../../../src/domain/order/state.js';
import { Violation } from '../violation.js';
import type { AllowanceBook } from './allowanceBook.js';
import { AttemptsOver } from './attemptsOver.js';
import type { Invariant } from './invariant.js';

const NAME = 'holds follow orders';

interface Changing {
  readonly quote: string;
  readonly takes: readonly OrderHold[];
  readonly drops: readonly OrderHold[];
}

interface Followed {
  quote: string;
  holds: readonly OrderHold[];
  changing: Changing | null;
  retaken: string | null;
}

/** No order says more than the allowances know: what it promises was held, what it says is confirmed is confirmed. */
export class HoldsFollowOrders implements Invariant {
  readonly #orders = new Map<string, Followed>();
  readonly #takenBy = new Map<string, string>();
  readonly #over = new AttemptsOver();

  constructor(private readonly book: AllowanceBook) {}

  stored({ stream, type, data, position }: StoredEvent): void {
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
    } else {
      this.#over.add(givenUpBy(type, this.#orders.get(id)!), position);
      this.#follow(id, this.#orders.get(id)!, type, said);
    }
  }

  #follow(id: string, order: Followed, type: string, said: Record<string, unknown>): void {
    if (type === 'order-placed') {
      this.#refuseUnheld(id, order.holds);
      this.#refuseUntaken(id, order.quote);
    } else if (type === 'order-refused') refuseOthersReason(id, order.holds, said as unknown as Refusal);
    else if (type === 'order-changing') {
      const { ordered, takes, drops } = said as unknown as Changing & { ordered: { quote: string } };
      order.changing = { quote: ordered.quote, takes, drops };
    } else if (type === 'order-changed') {
      const unswapped = said['unswapped'] as string[];
      const isSwapped = ({ allowance }: OrderHold) => !unswapped.includes(allowance);
      const takes = order.changing!.takes.filter(isSwapped);
      const dropped = order.changing!.drops.filter(isSwapped).map(keyOf);
      this.#refuseUnheld(id, takes);
      this.#refuseUntaken(id, order.changing!.quote);
      order.holds = [...order.holds.filter((hold) => !dropped.includes(keyOf(hold))), ...takes];
    } else if (type === 'order-retaking') order.retaken = said['hold'] as string;
    else if (type === 'order-paid' && said['late'] === true && order.holds.length > 0) {
      if (!order.retaken) throw new Violation(NAME, `${id} was paid late and took nothing again`);
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
        // A hold made smaller still stands.
        if (key.includes('>')) continue;
        const [allowance = '', hold = ''] = key.split('/');
        const known = this.book.hold(allowance, hold);
        if (known?.status === 'held' && this.#over.isTakenAfter(key, known)) continue;
        if (known?.status === 'held' || known?.status === 'confirmed')
          throw new Violation(NAME, `${id} gave ${key} back: it is ${known.status}`);
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

/** What an order no longer tries to take after an event. */
function givenUpBy(type: string, { holds, changing, retaken }: Followed): readonly OrderHold[] {
  if (type === 'order-refused') return holds;
  if (type === 'payment-refused') return holds.map((hold) => ({ ...hold, hold: retaken! }));
  const endsChange = type === 'order-change-refused' || type === 'order-cancelled' || type === 'order-expired';
  return endsChange ? (changing?.takes ?? []) : [];
}

/** What the judge of a limit says must be about this order: what it asked for, and less than that being left. */
function refuseOthersReason(id: string, holds: readonly OrderHold[], { allowance, facts }: Refusal): void {
  const { asked, remaining } = facts as { asked?: number; remaining?: number };
  if (asked === undefined || remaining === undefined) return;
  const own = holds.find((hold) => hold.allowance === allowance);
  if (own?.amount === asked && remaining < asked) return;
  throw new Violation(
    NAME,
    `${id} wanted ${own?.amount} of ${allowance} and was refused ${asked}, of which ${remaining} are left`,
  );
}
