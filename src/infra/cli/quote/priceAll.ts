import { setImmediate as nextTurn } from 'node:timers/promises';
import type { NamedBasket } from '../baskets/namedBasket.js';
import type { Priced, PricingShop } from '../shops/pricingShop.js';

export interface PricedEach {
  readonly onPriced: (basket: NamedBasket, priced: Priced) => void;
  /** One basket could not be priced; the others go on. */
  readonly onRefused: (basket: NamedBasket, error: unknown) => void;
  readonly onProgress: (done: number, total: number) => void;
  readonly clock: () => number;
}

/**
 * Prices baskets in order, as many at once as the shop takes.
 * @returns milliseconds spent pricing.
 */
export async function priceAll(baskets: readonly NamedBasket[], shop: PricingShop, each: PricedEach): Promise<number> {
  let millis = 0;
  for (let start = 0; start < baskets.length; start += shop.atOnce) {
    const some = baskets.slice(start, start + shop.atOnce);
    const began = each.clock();
    const answers = await Promise.allSettled(some.map(({ request }) => shop.price(request)));
    millis += each.clock() - began;
    answers.forEach((answer, at) => {
      if (answer.status === 'fulfilled') each.onPriced(some[at]!, answer.value);
      else each.onRefused(some[at]!, answer.reason);
    });
    each.onProgress(start + some.length, baskets.length);
    await nextTurn();
  }
  return millis;
}
