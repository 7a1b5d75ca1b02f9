import type { Instant } from '../../domain/kernel/instant.js';
import { priceWith } from '../../domain/pricing/price.js';
import type { Quote } from '../../domain/pricing/quote.js';
import { productAt } from '../../domain/product/state.js';
import { basketOf } from '../../domain/quote/basketOf.js';
import type { QuoteRequest, RequestedLine } from '../../domain/quote/request.js';
import { buyerOf, factsOf, type QuoteSources } from './reckonQuote.js';

/**
 * Prices basket after basket of one buyer at one instant: what does not depend on the lines is looked up once.
 * @throws Rejection CUSTOMER_UNKNOWN; the function it gives throws BASKET_INVALID.
 */
export function pricingOf(
  buying: Omit<QuoteRequest, 'lines'>,
  sources: QuoteSources,
  at: Instant,
): (lines: readonly RequestedLine[]) => Quote {
  const { tier, orders } = buyerOf(buying, sources, at);
  const facts = factsOf(sources, at);
  const product = (sku: string) => {
    const known = sources.product(sku);
    return known && productAt(known.state, at);
  };
  return (lines) => priceWith(sources.offers.index, basketOf({ ...buying, lines }, { product, tier, orders }), facts);
}
