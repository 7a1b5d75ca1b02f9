import { streamName } from '../../domain/kernel/stream.js';
import { latestProduct } from '../../domain/product/state.js';
import { productAggregate } from '../../domain/product/stream.js';
import { type KnownProducts, namedSkus } from '../../domain/promotion/catalogueFaults.js';
import type { PromotionTerms } from '../../domain/promotion/events.js';
import type { CommandContext } from '../context.js';
import { loadStream } from '../loadStream.js';
import type { CommandDeps } from '../ports.js';

/** The products that terms name, from the log itself: a product listed a moment ago is known. */
export async function namedProducts(
  { store }: CommandDeps,
  { shop }: CommandContext,
  { terms }: { readonly terms: PromotionTerms },
): Promise<KnownProducts> {
  const products = namedSkus(terms).map(async (sku) => {
    const { state } = await loadStream(store, productAggregate, streamName(productAggregate.category, shop, sku));
    return [sku, latestProduct(state)] as const;
  });
  return new Map(await Promise.all(products));
}
