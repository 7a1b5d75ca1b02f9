import { Rejection } from '../../domain/kernel/rejection.js';
import type { Refusal } from '../../domain/order/events.js';
import type { Remaining } from '../../domain/pricing/facts.js';
import type { QuoteRequest } from '../../domain/quote/request.js';
import { commandIdOf } from '../commandId.js';
import type { CommandContext } from '../context.js';
import type { PricingView } from '../pricingView.js';
import { giveQuote, type QuoteAnswer } from '../quote/giveQuote.js';
import { overView } from '../quote/viewFor.js';
import type { OrderDeps } from './orderDeps.js';

/** The source that allowances of first orders name. */
export const FIRST_ORDER_PROMOTION = 'first_order';

/**
 * The quote to ask the customer about instead: priced now, with what the judge said is left, promised and durable.
 * Asked again for the same order it is the same quote. Null: it cannot be priced any more.
 */
export async function quoteInstead(
  deps: OrderDeps,
  context: CommandContext,
  what: string,
  request: QuoteRequest,
  refusal: Refusal,
): Promise<QuoteAnswer | null> {
  const key = `quote instead of ${what}`;
  const { seenRevision: _, ...asked } = context;
  const own = { ...asked, commandId: commandIdOf(context.shop, 'orchard', key), requestHash: deps.machine.sha256(key) };
  try {
    return await giveQuote({ ...deps, view: knowing(deps.view, refusal) }, own, request);
  } catch (error) {
    if (error instanceof Rejection) return null;
    throw error;
  }
}

/** The view, and what it may not know yet: what the allowance just said. */
function knowing(view: PricingView, refusal: Refusal): PricingView {
  const left = leftBy(refusal);
  return overView(view, (under) => ({
    orders: (shop, customer) => {
      const counts = under.orders(shop, customer);
      if (refusal.promotion !== FIRST_ORDER_PROMOTION || counts.placed > counts.cancelled) return counts;
      return { placed: counts.cancelled + 1, cancelled: counts.cancelled };
    },
    remaining: (shop, offer, use) => {
      const known = under.remaining(shop, offer, use);
      return offer.id === refusal.promotion && left ? { ...known, ...left } : known;
    },
  }));
}

function leftBy({ code, facts }: Refusal): Remaining | undefined {
  const remaining = typeof facts['remaining'] === 'number' ? facts['remaining'] : 0;
  switch (code) {
    case 'LIMIT_REACHED':
      return { uses: 0 };
    case 'CUSTOMER_LIMIT_REACHED':
      return { customerUses: 0 };
    case 'OUT_OF_STOCK':
      return { stock: remaining };
    case 'BUDGET_EXCEEDED':
      return { budget: remaining };
    default:
      return undefined;
  }
}
