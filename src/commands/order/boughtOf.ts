import { own } from '../../domain/kernel/own.js';
import { type Order, payOf, payOfLine } from '../../domain/order/state.js';
import type { Offer } from '../../domain/pricing/offer.js';
import type { Bought } from '../../domain/refund/bought.js';
import type { CommandDeps } from '../ports.js';
import { pinnedQuote, quoteState } from './pinnedQuote.js';

/** The purchase behind an order, with the rules and facts of its quote and what was paid for each line. */
export async function boughtOf(deps: CommandDeps, shop: string, order: Order): Promise<Bought> {
  const { basket, index, touched, facts } = await pinnedQuote(
    deps,
    shop,
    await quoteState(deps, shop, order.ordered.quote),
  );
  const { gifts, delivery, lines } = order.ordered;
  const paid = {
    lines: lines.map((line) => ({
      id: line.id,
      pay: payOfLine(order, line),
      ...(own(order.byHand, line.id) !== undefined && { byHand: true }),
    })),
    gifts,
    delivery,
    pay: payOf(order),
  };
  const offers = touched.map(({ id }) => index.byId.get(id)!.offer);
  return { basket, offers: offers.filter(wasOpenTo(order)), facts, paid };
}

// A limited offer that did not apply was never held: what is kept cannot be given it now.
function wasOpenTo({ ordered }: Order): (offer: Offer) => boolean {
  const isLimited = ({ limits, audience }: Offer) => limits !== undefined || audience?.newCustomer === true;
  return (offer) => !isLimited(offer) || own(ordered.gave, offer.id) !== undefined;
}
