import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type BacktestReport, reportOf } from '../../../src/domain/backtest/report.js';
import type { OrderAmounts, RepricedOrder } from '../../../src/domain/backtest/repricedOrder.js';
import { addOrder, mergeTally, newTally, type Tally } from '../../../src/domain/backtest/tally.js';
import { instantOf } from '../../../src/domain/kernel/instant.js';

const LIMITS = new Map([['tested', { budget: 5_000, maxUses: 7 }]]);
const OFFERS = ['tested', 'a', 'b'];

const gave = fc.dictionary(fc.constantFrom(...OFFERS), fc.integer({ min: 0, max: 900 }), { noNullPrototype: true });

function amounts(list: number, given: Record<string, number>): OrderAmounts {
  const discount = Object.values(given).reduce((sum, fen) => sum + fen, 0);
  return { list, discount, delivery: 0, pay: list - discount, gave: given };
}

const orders = fc
  .array(
    fc.record({
      minute: fc.integer({ min: 0, max: 5_000 }),
      tier: fc.constantFrom(null, 'gold', 'silver'),
      sku: fc.constantFrom('kiwi', 'melon'),
      was: gave,
      would: gave,
      cut: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  .map((many) =>
    many.map(({ minute, tier, sku, cut, ...sides }, n): RepricedOrder => {
      const at = instantOf(Date.UTC(2026, 10, 1) + minute * 60_000);
      const was = amounts(10_000, sides.was);
      const would = amounts(10_000, sides.would);
      const lines = [{ sku, discountWas: was.discount, discountWould: would.discount }];
      const cuts = { cutAtFloor: cut ? ['tested'] : [], cutAtGreatest: [] };
      return { order: `o${n}`, quote: `q${n}`, at, day: at.slice(0, 10), tier, lines, was, would, ...cuts };
    }),
  );

function tallied(some: readonly RepricedOrder[]): Tally {
  const tally = newTally(['tested']);
  for (const order of some) addOrder(tally, order);
  return tally;
}

const report = (tally: Tally): BacktestReport => reportOf(tally, LIMITS);

describe('a tally of repriced orders', () => {
  test('says the same however the orders were shared out among workers', () => {
    fc.assert(
      fc.property(orders, fc.integer({ min: 1, max: 6 }), (many, workers) => {
        const merged = newTally(['tested']);
        const share = Math.ceil(many.length / workers) || 1;
        for (let at = 0; at < many.length; at += share) mergeTally(merged, tallied(many.slice(at, at + share)));
        expect(report(merged)).toEqual(report(tallied(many)));
      }),
    );
  });

  test('adds up: groups, offers and orders make the same sums', () => {
    fc.assert(
      fc.property(orders, (many) => {
        const { was, would, pay, byTier, byDay, bySku, needed, changed } = report(tallied(many));
        for (const groups of [byTier, byDay, bySku]) {
          const sum = (of: 'discountWas' | 'discountWould') => groups.reduce((all, group) => all + group[of], 0);
          expect([sum('discountWas'), sum('discountWould')]).toEqual([was.discount, would.discount]);
        }
        expect(pay).toBe(was.discount - would.discount);
        expect(needed[0]!.budget).toBe(many.reduce((sum, { would }) => sum + (would.gave['tested'] ?? 0), 0));
        expect(changed).toBeLessThanOrEqual(many.length);
      }),
    );
  });

  test('a budget runs out with the first order that it does not cover, in the order of time', () => {
    const order = (n: number, minute: number, fen: number): RepricedOrder => {
      const at = instantOf(Date.UTC(2026, 10, 1) + minute * 60_000);
      const sides = { was: amounts(9_000, {}), would: amounts(9_000, { tested: fen }) };
      const about = { order: `o${n}`, quote: `q${n}`, at, day: at.slice(0, 10), tier: null, lines: [] };
      return { ...about, ...sides, cutAtFloor: [], cutAtGreatest: [] };
    };
    const [needed] = report(
      tallied([order(1, 30, 3_000), order(2, 10, 2_000), order(3, 20, 1), order(4, 5, 0)]),
    ).needed;
    expect(needed).toMatchObject({
      budget: 5_001,
      uses: 4,
      budgetRunsOut: { order: 'o1', at: '2026-11-01T00:30:00.000Z' },
      usesRunOut: null,
    });
  });
});
