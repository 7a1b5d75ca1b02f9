import { describe, expect, test } from '@jest/globals';
import { assertQuote } from '../../../src/domain/pricing/assertQuote.js';
import { price } from '../../../src/domain/pricing/price.js';
import type { Quote, QuotedLine } from '../../../src/domain/pricing/quote.js';
import { situationOf } from '../../../src/domain/pricing/situation.js';
import { applyInOrder, type Walk } from '../../../src/domain/pricing/walk.js';
import { candidatesIn } from './candidatesIn.js';
import { anOffer, basketOf, factsOf } from './given.js';

const basket = basketOf(
  [
    { id: 'a', quantity: 2, floorPrice: 600 },
    { id: 'b', quantity: 1 },
  ],
  { delivery: 800 },
);
const offers = [anOffer({ id: 'p1', scope: { skus: ['A'] } }), anOffer({ id: 'p2', benefit: { amountOff: 290 } })];
const situation = situationOf(basket, factsOf());
const walk = applyInOrder(candidatesIn(offers, situation), situation);
const quote = price(basket, offers, factsOf());

const withLine = (of: Partial<QuotedLine>): Quote => ({
  ...quote,
  lines: [{ ...quote.lines[0]!, ...of }, quote.lines[1]!],
});

/** The walk, had its first offer raised the price of its line. */
const raised: Walk = {
  ...walk,
  steps: [{ ...walk.steps[0]!, outcome: { ...walk.steps[0]!.outcome, shares: [-1_000] } as never }, walk.steps[1]!],
};
const discountOfRaised = quote.lines[0]!.discount - 1_100;

describe('a quote that breaks a rule of pricing is never answered', () => {
  test('a sound one is', () => {
    expect(() => assertQuote(quote, walk, situation)).not.toThrow();
  });

  test.each<readonly [string, Quote, Walk]>([
    [' for line a: its shares sum to its discount', withLine({ discount: quote.lines[0]!.discount + 1 }), walk],
    [' for line a: it is not under its floor', withLine({ pay: 1_199 }), walk],
    [' for line a: it costs no more than its list price', withLine({ discount: discountOfRaised }), raised],
    [': the lines sum to the goods', { ...quote, goods: quote.goods + 1 }, walk],
    [': the discounts of the lines sum to the discount', { ...quote, discount: quote.discount + 1 }, walk],
    [': the offers give what the lines get', { ...quote, applied: quote.applied.slice(1) }, walk],
    [': to pay is a whole amount, not below zero', { ...quote, delivery: -1 }, walk],
    [': to pay is a whole amount, not below zero', { ...quote, pay: 0.5 }, walk],
  ])('pricing broke its rule%s', (rule, broken, by) => {
    expect(() => assertQuote(broken, by, situation)).toThrow(new Error(`pricing broke its rule${rule}`));
  });

  test('what is on its floor is not under it', () => {
    const onFloor = price(basket, [anOffer({ id: 'p1', benefit: { amountOff: 9_999 } })], factsOf());
    expect(onFloor.lines[0]!.pay).toBe(1_200);
  });
});
