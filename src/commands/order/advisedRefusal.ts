import type { Take } from '../../domain/allowance/takes.js';
import type { Instant } from '../../domain/kernel/instant.js';
import type { Refusal } from '../../domain/order/events.js';
import type { Remaining } from '../../domain/pricing/facts.js';
import type { OfferInForce } from '../offersInForce.js';

import type { OrderDeps } from './orderDeps.js';

/**
 * What the view already knows to be used up: an order that cannot be placed is refused before anything is written. The
 * view may refuse early, never promise; it may also be behind, then the next attempt is placed.
 */
export function advisedRefusal(
  { view, machine }: OrderDeps,
  shop: string,
  takes: readonly Take[],
  offers: readonly OfferInForce[],
  customer: string | null,
  at: Instant,
): Refusal | null {
  const dayIn = (zone: string) => machine.localTimeIn(zone, at).slice(0, 10);
  for (const take of takes) {
    const { promotion } = take.terms.source;
    const offer = offers.find(({ id }) => id === promotion);
    const remaining = offer && view.remaining(shop, offer, { customer: customer ?? undefined, at, dayIn });
    const code = remaining && usedUp(take, remaining);
    if (code)
      return {
        code: code.code,
        promotion,
        allowance: take.allowance,
        facts: { remaining: code.left, asked: take.amount },
      };
  }
  return null;
}

function usedUp(
  { amount, terms }: Take,
  remaining: Remaining,
): { readonly code: string; readonly left: number } | null {
  const checks = {
    uses: [
      ['LIMIT_REACHED', remaining.uses],
      ['CUSTOMER_LIMIT_REACHED', remaining.customerUses],
    ],
    stock: [['OUT_OF_STOCK', remaining.stock]],
    money: [['BUDGET_EXCEEDED', remaining.budget]],
  } as const;
  for (const [code, left] of checks[terms.unit]) {
    if (left !== undefined && left < amount) return { code, left };
  }
  return null;
}
