import type { Ordered, OrderedLine } from '../../domain/order/events.js';
import type { PricedLine } from '../../domain/pricing/basket.js';
import { purchaseOf } from '../../domain/pricing/purchase.js';
import type { Reckoned } from '../quote/reckonQuote.js';

/** What a quote promised, as an order holds it: the lines of the purchase with their shares, gifts, delivery. */
export function orderedOf(quoteId: string, { quote, basket }: Pick<Reckoned, 'quote' | 'basket'>): Ordered {
  const floors = new Map(purchaseOf(basket).lines.map(({ id, floor }) => [id, floor]));
  const asked = new Map(basket.lines.map((line) => [line.id, line]));
  return {
    quote: quoteId,
    lines: quote.lines.map(({ id, sku, list, pay, shares }): OrderedLine => {
      const { quantity, grams } = asked.get(id) as PricedLine;
      return {
        id,
        sku,
        ...(quantity !== undefined && { quantity }),
        ...(grams !== undefined && { grams }),
        list,
        floor: floors.get(id) ?? 0,
        pay,
        shares,
      };
    }),
    gifts: quote.gifts,
    delivery: quote.delivery,
    pay: quote.pay,
    gave: Object.fromEntries(quote.applied.map(({ offer, amount, delivery }) => [offer, amount + delivery])),
  };
}
