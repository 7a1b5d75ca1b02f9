import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { amountToAdd } from '../../../src/domain/fillUp/amountToAdd.js';
import { isReached } from '../../../src/domain/fillUp/isReached.js';
import { compareFillUps, type FillUp } from '../../../src/domain/fillUp/preference.js';
import { nearestStep, stepOf } from '../../../src/domain/fillUp/stepAhead.js';
import { amountFor } from '../../../src/domain/pricing/purchase.js';
import type { AppliedOffer, RefusedOffer } from '../../../src/domain/pricing/quote.js';

const refused = (offer: string, shortfall: RefusedOffer['shortfall']): RefusedOffer => ({
  offer,
  kind: 'spend-threshold',
  reason: 'threshold-not-met',
  ...(shortfall && { shortfall }),
  facts: { amountOff: 2_000 },
});
const applied = (offer: string, amount: number, nextRung?: AppliedOffer['nextRung']): AppliedOffer => ({
  offer,
  kind: 'spend-threshold',
  amount,
  delivery: 0,
  ungiven: 0,
  facts: {},
  ...(nextRung && { nextRung }),
});
const priced = (parts: { applied?: AppliedOffer[]; refused?: RefusedOffer[] }) => ({
  applied: [],
  refused: [],
  gifts: [],
  ...parts,
});

describe('How much of a product closes a shortfall', () => {
  test.each([
    ['pieces round up', { amount: 1_001 }, { soldBy: 'piece', unitPrice: 500 }, { quantity: 3 }],
    ['an exact price needs no more', { amount: 1_000 }, { soldBy: 'piece', unitPrice: 500 }, { quantity: 2 }],
    ['weight is whole hundreds of grams', { amount: 1_000 }, { soldBy: 'weight', unitPrice: 800 }, { grams: 700 }],
    ['pieces asked for are pieces', { quantity: 2 }, { soldBy: 'piece', unitPrice: 1 }, { quantity: 2 }],
    ['loose weight counts as no piece', { quantity: 2 }, { soldBy: 'weight', unitPrice: 1 }, undefined],
    ['a piece weighs nothing', { grams: 500 }, { soldBy: 'piece', unitPrice: 1 }, undefined],
    ['what costs nothing fills no amount', { amount: 1 }, { soldBy: 'piece', unitPrice: 0 }, undefined],
    ['nobody carries 100,001 pieces home', { amount: 100_001 }, { soldBy: 'piece', unitPrice: 1 }, undefined],
  ] as const)('%s', (_, shortfall, product, size) => {
    expect(amountToAdd(shortfall, product)).toEqual(size);
  });

  test('is enough at list price, and a step less is not', () => {
    const cases = fc.tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 50, max: 100_000 }));
    fc.assert(
      fc.property(cases, ([amount, unitPrice]) => {
        const { grams } = amountToAdd({ amount }, { soldBy: 'weight', unitPrice }) as { grams: number };
        expect((unitPrice * grams) / 500).toBeGreaterThanOrEqual(amount);
        expect((unitPrice * (grams - 100)) / 500).toBeLessThan(amount);
        expect(amountFor(unitPrice, grams, true)).toBeGreaterThanOrEqual(amount);
      }),
    );
  });
});

describe('The step ahead', () => {
  test('is the smallest amount that is missing, of what is missed and of next rungs alike', () => {
    const next = { shortfall: { amount: 300 }, gives: { amountOff: 5_000 } };
    const quote = priced({ applied: [applied('b', 100, next)], refused: [refused('a', { amount: 500 })] });
    expect(nearestStep(quote)).toEqual({ offer: 'b', ...next });
  });

  test('is an amount rather than pieces, and pieces rather than weight', () => {
    const quote = priced({ refused: [refused('w', { grams: 1 }), refused('p', { quantity: 1 })] });
    expect(nearestStep(quote)?.offer).toBe('p');
    expect(nearestStep({ ...quote, refused: [...quote.refused, refused('m', { amount: 9_999 })] })?.offer).toBe('m');
  });

  test('is none when nothing is missing', () => {
    expect(nearestStep(priced({ applied: [applied('a', 100)], refused: [refused('b', undefined)] }))).toBeUndefined();
  });

  const step = stepOf(priced({ refused: [refused('a', { amount: 500 })] }), 'a')!;

  test('is reached when the offer applies', () => {
    const before = priced({ refused: [refused('a', { amount: 500 })] });
    expect(isReached(step, before, priced({ applied: [applied('a', 2_000)] }))).toBe(true);
    expect(isReached(step, before, before)).toBe(false);
  });

  const again = { shortfall: { amount: 1_000 }, gives: { amountOff: 600 } };
  test.each([
    ['another step promises something else', applied('a', 600, { ...again, gives: { amountOff: 900 } }), true],
    ['no step is left', applied('a', 600), true],
    ['one that repeats gave once more', applied('a', 1_200, { ...again, shortfall: { amount: 400 } }), true],
    ['only less is missing', applied('a', 600, { ...again, shortfall: { amount: 400 } }), false],
    ['a percentage grew with the basket', applied('a', 700, { ...again, shortfall: { amount: 400 } }), false],
  ])('of an offer that applies already is reached or not: %s', (_, after, reached) => {
    const before = priced({ applied: [applied('a', 600, again)] });
    expect(isReached(stepOf(before, 'a')!, before, priced({ applied: [after] }))).toBe(reached);
  });
});

test('The best suggestion costs least in all, then gives most goods, then has the first SKU', () => {
  const fillUp = (sku: string, pay: number, list: number): FillUp => ({
    sku,
    pay,
    list,
    add: { quantity: 1 },
    costs: 0,
    saves: 0,
  });
  const [dear, more, cheap, same] = [
    fillUp('d', 200, 1),
    fillUp('m', 100, 9),
    fillUp('c', 100, 5),
    fillUp('b', 100, 5),
  ];
  expect([dear, cheap, more, same].sort(compareFillUps)).toEqual([more, same, cheap, dear]);
});
