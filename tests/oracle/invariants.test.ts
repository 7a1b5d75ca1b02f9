import { describe, expect, test } from '@jest/globals';
import { basketOf } from './basket.js';
import { generateCase } from './generate.js';
import type { GoldenQuoteInput } from './goldenCase.js';
import { oraclePrice } from './oraclePrice.js';
import type { OracleResult } from './oracleResult.js';

/** Rules that hold whatever the basket: they watch over generator and oracle together. */
const seeds = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);
const cases = [
  ...seeds(400).map((seed) => generateCase(seed, 'rich')),
  ...seeds(60).map((seed) => generateCase(seed, 'rivals')),
];

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, each) => total + each, 0);
}

function cost(result: OracleResult): number {
  return result.total - sum(result.gifts.map((gift) => gift.value ?? 0));
}

describe('the oracle on generated cases', () => {
  test('makes the same case of the same seed', () => {
    expect(generateCase(7, 'rivals')).toEqual(generateCase(7, 'rivals'));
    expect(generateCase(7, 'rivals')).not.toEqual(generateCase(8, 'rivals'));
  });

  test.each(cases)('parts sum to the whole and no line passes its floor: $id', (input) => {
    const result = oraclePrice(input);
    for (const line of basketOf(input).lines) {
      const pays = result.lineTotals[line.id] ?? Number.NaN;
      expect(pays).toBeGreaterThanOrEqual(Number(line.floor));
      const shares = Object.values(result.lineDiscounts).map((byLine) => byLine[line.id] ?? 0);
      expect(pays + sum(shares)).toBe(Number(line.list));
    }
    expect(sum(Object.values(result.lineTotals))).toBe(result.itemsTotal);
    expect(result.itemsTotal + result.shippingTotal).toBe(result.total);
    for (const [id, byLine] of Object.entries(result.lineDiscounts)) {
      expect(sum(Object.values(byLine))).toBe(result.discounts[id]);
    }
    expect(result.applied.length + result.notApplied.length).toBe(input.promotions.length);
  });

  test('the order in which lines and promotions arrive does not matter', () => {
    for (const input of cases) {
      const reversed = { ...input, lines: [...input.lines].reverse(), promotions: [...input.promotions].reverse() };
      expect(oraclePrice(reversed)).toEqual(oraclePrice(input));
    }
  });

  test('the best set is never worse than priority order', () => {
    const under = (input: GoldenQuoteInput, selection: string) =>
      cost(oraclePrice({ ...input, policy: { ...input.policy, selection } }));
    for (const input of cases) expect(under(input, 'best-for-customer')).toBeLessThanOrEqual(under(input, 'priority'));
  });
});
