import type { Take } from '../../domain/allowance/takes.js';
import { Rejection } from '../../domain/kernel/rejection.js';
import { streamName } from '../../domain/kernel/stream.js';
import { orderAggregate } from '../../domain/order/stream.js';
import type { Remaining } from '../../domain/pricing/facts.js';
import type { QuoteRequest } from '../../domain/quote/request.js';
import { loadStream } from '../loadStream.js';
import type { OfferInForce } from '../offersInForce.js';
import type { CommandDeps } from '../ports.js';
import type { PricingView } from '../pricingView.js';

/**
 * The view a request is priced with: for a new quote of an order, one in which that order is not there yet, so that
 * what it holds, and its place among the customer's orders, are its own.
 * @throws Rejection ORDER_UNKNOWN when there is no such order of this customer.
 */
export async function viewFor(
  { store, view }: CommandDeps & { readonly view: PricingView },
  shop: string,
  { changes, customer }: QuoteRequest,
): Promise<PricingView> {
  if (changes === undefined) return view;
  const { state } = await loadStream(store, orderAggregate, streamName(orderAggregate.category, shop, changes));
  if (state.status === null || state.customer !== (customer ?? null)) {
    throw new Rejection('ORDER_UNKNOWN', `There is no order ${changes} of this customer.`, { order: changes });
  }
  return state.status === 'placed' ? withoutOrder(view, state.holds) : view;
}

function withoutOrder(view: PricingView, holds: readonly Take[]): PricingView {
  return overView(view, (under) => ({
    orders: (shop, customer) => {
      const { placed, cancelled } = under.orders(shop, customer);
      return { placed: Math.max(cancelled, placed - 1), cancelled };
    },
    remaining: (shop, offer, use) => {
      const known = under.remaining(shop, offer, use);
      return known && freed(known, offer, holds);
    },
  }));
}

/** A view that answers some questions otherwise, given the view under it; so does what is prepared of it. */
export function overView(
  under: PricingView,
  otherwise: (under: PricingView) => Pick<PricingView, 'orders' | 'remaining'>,
): PricingView {
  const { position, reached, offersInForce, product, products, promotions, customer, shop } = under;
  return {
    ...{ position, reached, offersInForce, product, products, promotions, customer, shop },
    ...otherwise(under),
    prepared: async (...needed) => overView(await under.prepared(...needed), otherwise),
  };
}

function freed(known: Remaining, { id, terms }: OfferInForce, holds: readonly Take[]): Remaining {
  const own = holds.filter((hold) => hold.terms.source.promotion === id);
  const heldOf = (unit: Take['terms']['unit']) =>
    own.reduce((sum, hold) => (hold.terms.unit === unit ? sum + hold.amount : sum), 0);
  const uses = heldOf('uses');
  // What was adjusted by hand may be more than the promotion says.
  const more = (left: number, free: number, limit = left + free) => Math.max(left, Math.min(left + free, limit));
  return {
    ...(known.stock !== undefined && { stock: more(known.stock, heldOf('stock'), terms.limits?.stock) }),
    ...(known.uses !== undefined && { uses: more(known.uses, uses, terms.limits?.maxUses) }),
    ...(known.customerUses !== undefined && {
      customerUses: more(known.customerUses, uses, terms.limits?.perCustomer),
    }),
    ...(known.budget !== undefined && { budget: more(known.budget, heldOf('money'), terms.limits?.budget) }),
  };
}
