import type { Fen } from '../kernel/money.js';
import { mulDiv } from '../kernel/mulDiv.js';
import { own } from '../kernel/own.js';
import { price } from '../pricing/price.js';
import type { Gift, Quote } from '../pricing/quote.js';
import type { Bought, Gone } from './bought.js';
import { addedGifts, giftSize, keptBasket, sizeOf } from './kept.js';
import { netPrice } from './netPrice.js';

/**
 * What the customer would have paid for what they keep, under the rules and facts of the purchase: kept goods priced
 * again, and each gift that is kept though they would not have got it, at its stated value. Nothing kept costs nothing,
 * delivery included. `earned`: the gifts that go with what is kept, if not those that pricing it gives.
 */
export function priceOfKept(bought: Bought, gone: Gone, earned?: readonly Gift[]): Fen {
  const basket = keptBasket(bought, gone);
  if (basket.lines.every(({ selected }) => selected === false)) return giftsKept(bought, gone, []);
  const quote = price(basket, bought.offers, bought.facts);
  return quote.delivery + goodsKept(bought, gone, quote) + giftsKept(bought, gone, earned ?? quote.gifts);
}

function goodsKept({ basket, paid }: Bought, gone: Gone, quote: Quote): Fen {
  const byHand = new Map(paid.lines.filter((line) => line.byHand).map(({ id, pay }) => [id, pay]));
  const lines = new Map(basket.lines.map((line) => [line.id, line]));
  return quote.lines.reduce((sum, { id, pay }) => {
    const amount = byHand.get(id);
    if (amount === undefined) return sum + pay;
    const line = lines.get(id)!;
    return sum + amount - netPrice(line, amount, own(gone.lines, id) ?? 0, sizeOf(line, gone));
  }, 0);
}

function giftsKept(bought: Bought, gone: Gone, earned: readonly Gift[]): Fen {
  return addedGifts(bought).reduce((sum, gift) => {
    const size = giftSize(gift);
    const kept = size - (own(gone.gifts, gift.offer) ?? 0);
    const again = earned.find(({ offer, sku }) => offer === gift.offer && sku === gift.sku);
    const unearned = kept - (again ? giftSize(again) : 0);
    return unearned > 0 ? sum + mulDiv(gift.value ?? 0, unearned, size) : sum;
  }, 0);
}
