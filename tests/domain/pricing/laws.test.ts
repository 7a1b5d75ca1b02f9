import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Offer } from '../../../src/domain/pricing/offer.js';
import { price } from '../../../src/domain/pricing/price.js';
import type { Quote } from '../../../src/domain/pricing/quote.js';
import { shortLook } from '../../shortLook.js';
import { Dice, type RandomCase, randomCase } from './randomCase.js';

const SIZES = { lines: 6, offers: 7, groups: 2 };
const RUNS = { numRuns: shortLook(400) };

const anyCase = fc
  .record({
    seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
    selection: fc.constantFrom('priority' as const, 'best-for-customer' as const),
    groupPick: fc.constantFrom('best' as const, 'priority' as const),
    groupScope: fc.constantFrom('order' as const, 'line' as const),
  })
  .map(({ seed, ...policies }) => randomCase(seed, SIZES, policies));

const quoteOf = ({ basket, offers, facts }: RandomCase): Quote => price(basket, offers, facts, { explain: 'all' });
const objectiveOf = (quote: Quote): number =>
  quote.gifts.reduce((objective, { value }) => objective - (value ?? 0), quote.pay);
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

describe('whatever the basket', () => {
  test('the order of lines and of offers is irrelevant', () => {
    fc.assert(
      fc.property(anyCase, fc.integer(), (random, seed) => {
        const turned = {
          ...random,
          basket: { ...random.basket, lines: shuffled(random.basket.lines, seed) },
          offers: shuffled(random.offers, seed + 1),
        };
        expect(JSON.stringify(quoteOf(turned))).toBe(JSON.stringify(quoteOf(random)));
      }),
      RUNS,
    );
  });

  test('parts sum to the whole at every level', () => {
    fc.assert(
      fc.property(anyCase, (random) => {
        const quote = quoteOf(random);
        expect(sum(quote.lines.map(({ list }) => list))).toBe(quote.list);
        expect(sum(quote.lines.map(({ pay }) => pay))).toBe(quote.goods);
        expect(quote.goods + quote.discount).toBe(quote.list);
        expect(quote.goods + quote.delivery).toBe(quote.pay);
        for (const line of quote.lines) {
          expect(sum(Object.values(line.shares))).toBe(line.discount);
          expect(line.pay + line.discount).toBe(line.list);
        }
        for (const { offer, amount } of quote.applied) {
          expect(sum(quote.lines.map(({ shares }) => shares[offer] ?? 0))).toBe(amount);
        }
        expect(sum(quote.applied.map(({ delivery }) => delivery))).toBe(random.basket.delivery - quote.delivery);
      }),
      RUNS,
    );
  });

  test('a line pays between its floor and its list amount', () => {
    fc.assert(
      fc.property(anyCase, (random) => {
        for (const { id, pay, list } of quoteOf(random).lines) {
          const line = random.basket.lines.find((other) => other.id === id)!;
          const floor = line.floorPrice === undefined ? 0 : listAmount({ ...line, unitPrice: line.floorPrice });
          expect(list).toBe(listAmount(line));
          expect(pay).toBeLessThanOrEqual(list);
          expect(pay).toBeGreaterThanOrEqual(Math.min(list, floor));
        }
      }),
      RUNS,
    );
  });

  test('every offer is accounted for once, and each that applied gave something', () => {
    fc.assert(
      fc.property(anyCase, (random) => {
        const { applied, refused, gifts } = quoteOf(random);
        const named = [...applied, ...refused].map(({ offer }) => offer);
        expect(named.toSorted()).toEqual(random.offers.map(({ id }) => id).toSorted());
        for (const { offer, amount, delivery } of applied) {
          expect(amount + delivery > 0 || gifts.some((gift) => gift.offer === offer)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test('an exclusive offer that yields nothing blocks nothing', () => {
    fc.assert(
      fc.property(anyCase, (random) => {
        const yieldsNothing: Offer = {
          id: 'x',
          kind: 'percentage',
          ruleVersion: 1,
          benefit: { percentOffBp: 9000 },
          scope: { store: true },
          when: { minAmount: 99_999_999_999 },
          stacking: { exclusive: 'order', priority: 9 },
        };
        const { refused, ...without } = quoteOf(random);
        const { refused: refusedWith, ...withIt } = quoteOf({ ...random, offers: [...random.offers, yieldsNothing] });
        expect(withIt).toEqual(without);
        expect(refusedWith.filter(({ offer }) => offer !== 'x')).toEqual(refused);
      }),
      RUNS,
    );
  });

  test('a line that nothing touches changes nothing else', () => {
    fc.assert(
      fc.property(anyCase, (random) => {
        const offers = random.offers.filter(({ scope }) => !scope.store);
        const { greatestDiscountBp, ...policies } = random.facts.policies;
        const calm = { ...random, offers, facts: { ...random.facts, policies } };
        const stranger = { id: 'a', sku: 'STRANGER', categories: [], tags: [], unitPrice: 777, quantity: 3 };
        const withIt = { ...calm, basket: { ...calm.basket, lines: [...calm.basket.lines, stranger] } };
        const before = quoteOf(calm);
        const after = quoteOf(withIt);
        expect(after.lines.filter(({ id }) => id !== 'a')).toEqual(before.lines);
        expect(after.pay - before.pay).toBe(3 * 777);
      }),
      RUNS,
    );
  });

  test('another offer never worsens what is best for the customer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (seed) => {
        const random = randomCase(seed, SIZES, { selection: 'best-for-customer' });
        const fewer = quoteOf({ ...random, offers: random.offers.slice(1) });
        const all = quoteOf(random);
        expect(fewer.proven && all.proven).toBe(true);
        expect(objectiveOf(all)).toBeLessThanOrEqual(objectiveOf(fewer));
      }),
      RUNS,
    );
  });

  test('splitting a line of pieces leaves the total when every offer is of level order', () => {
    fc.assert(
      fc.property(anyCase, (random) => {
        const line = { id: 'whole', sku: 'S0', categories: ['apple'], tags: [], unitPrice: 1300, quantity: 4 };
        const offers = random.offers.filter(
          ({ kind, level }) => kind === 'spend-threshold' || (kind === 'fixed-amount' && level === 'order'),
        );
        const others = random.basket.lines.filter(({ id }) => id !== line.id);
        const priced = (lines: readonly (typeof line)[]) =>
          quoteOf({ ...random, offers, basket: { ...random.basket, lines: [...others, ...lines] } }).pay;
        const parts = [
          { ...line, id: 'part1', quantity: 1 },
          { ...line, id: 'part2', quantity: 3 },
        ];
        if (random.facts.policies.groupScope === 'order') expect(priced(parts)).toBe(priced([line]));
      }),
      RUNS,
    );
  });
});

test('an offer with neither lines nor buyer for it is told only when all are asked for', () => {
  const random = randomCase(1, SIZES);
  const elsewhere: Offer = { ...random.offers[0]!, id: 'elsewhere', scope: { skus: ['NOWHERE'] } };
  const touching = price(random.basket, [elsewhere], random.facts);
  expect(touching.refused).toEqual([]);
  const all = price(random.basket, [elsewhere], random.facts, { explain: 'all' });
  expect(all.refused.map(({ offer }) => offer)).toEqual(['elsewhere']);
});

function listAmount(line: { unitPrice: number; quantity?: number; grams?: number }): number {
  if (line.quantity !== undefined) return line.unitPrice * line.quantity;
  return Number((BigInt(line.unitPrice) * BigInt(line.grams!) * 2n + 500n) / 1000n);
}

function shuffled<T>(values: readonly T[], seed: number): T[] {
  const dice = new Dice(seed);
  return values
    .map((value) => ({ value, key: dice.below(1_000_000) }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}
