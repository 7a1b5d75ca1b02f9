import { describe, expect, test } from '@jest/globals';
import { differencesFrom } from './compareExpected.js';
import type { GoldenAllocationCase, GoldenQuoteCase, GoldenRefundCase } from './goldenFiles.js';
import { goldenCases } from './goldenFiles.js';
import { oracleAllocate } from './oracleAllocate.js';
import { oraclePrice } from './oraclePrice.js';
import { oracleRefund } from './oracleRefund.js';
import { Unsupported } from './policies.js';

const cases = goldenCases();
const quotes = cases.filter((golden): golden is GoldenQuoteCase => golden.kind === 'quote');
const allocations = cases.filter((golden): golden is GoldenAllocationCase => golden.kind === 'allocation');
const refunds = cases.filter((golden): golden is GoldenRefundCase => golden.kind === 'refund');

/** Each names a switch value that the oracle leaves to the systems it comes from. */
const unsupported = ['G03a', 'G19a', 'G27c', 'G84a', 'S03d'];

function isUnsupported(run: () => unknown): boolean {
  try {
    run();
    return false;
  } catch (error) {
    if (error instanceof Unsupported) return true;
    throw error;
  }
}

describe('the oracle against the golden cases', () => {
  test(`${unsupported.length} cases are skipped: ${unsupported.join(', ')}`, () => {
    const refused = [
      ...quotes.filter((golden) => isUnsupported(() => oraclePrice(golden))),
      ...allocations.filter((golden) => isUnsupported(() => oracleAllocate(golden))),
    ];
    expect(refused.map(({ id }) => id).sort()).toEqual(unsupported);
  });

  test.each(quotes.filter(({ id }) => !unsupported.includes(id)))('$id $title', (golden) => {
    expect(differencesFrom(golden, oraclePrice(golden), golden.expect)).toEqual([]);
  });

  test.each(allocations.filter(({ id }) => !unsupported.includes(id)))('$id $title', (golden) => {
    const parts = oracleAllocate(golden);
    if (golden.expectError !== undefined) expect(parts).toBe(golden.expectError);
    if (golden.expect !== undefined) expect(parts).toEqual(golden.expect);
    if (golden.expectAnyOrder !== undefined) expect([...parts].sort()).toEqual([...golden.expectAnyOrder].sort());
    if (golden.expectSum !== undefined && Array.isArray(parts)) {
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(golden.expectSum);
    }
  });

  test.each(refunds)('$id $title', (golden) => {
    const { refunds: each, ...sums } = oracleRefund(golden);
    expect({ ...sums, refund: each[0] }).toMatchObject(golden.expect);
  });

  test('a switch that a golden case does not name does not matter for it: selection', () => {
    const indifferent = quotes.filter(({ id, policy }) => policy?.selection === undefined && !unsupported.includes(id));
    const differing = indifferent.flatMap((golden) => {
      const policy = { ...golden.policy, selection: 'best-for-customer' };
      return differencesFrom(golden, oraclePrice({ ...golden, policy }), golden.expect).map(
        (text) => `${golden.id} ${text}`,
      );
    });
    expect(differing).toEqual([]);
  });

  test('neither the order of lines nor that of promotions matters', () => {
    for (const golden of quotes.filter(({ id }) => !unsupported.includes(id))) {
      const reversed = { ...golden, lines: [...golden.lines].reverse(), promotions: [...golden.promotions].reverse() };
      expect(oraclePrice(reversed)).toEqual(oraclePrice(golden));
    }
  });
});
