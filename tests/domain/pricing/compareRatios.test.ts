import { describe, expect, test } from '@jest/globals';
import { compareRatios, type Ratio } from '../../../src/domain/pricing/compareRatios.js';

const ratio = (of: number, times: number, by: number): Ratio => ({ of, times, by });
const BILLION = 1_000_000_000;

describe('of two ratios', () => {
  test.each([
    ['apart by far', ratio(2, 1, 1), ratio(1, 3, 1)],
    ['that differ in what they are of', ratio(1, 5, 7), ratio(2, 5, 7)],
    ['that differ in how often', ratio(5, 2, 7), ratio(5, 3, 7)],
    ['that differ in what they are by', ratio(5, 2, 9), ratio(5, 2, 8)],
    ['closer than doubles tell', ratio(BILLION, 1, BILLION - 1), ratio(BILLION - 1, 1, BILLION - 2)],
    ['closer than doubles tell, of products', ratio(BILLION, 3, BILLION - 1), ratio(BILLION - 1, 3, BILLION - 2)],
  ])('%s, the smaller comes first', (_, smaller, larger) => {
    expect(compareRatios(smaller, larger)).toBeLessThan(0);
    expect(compareRatios(larger, smaller)).toBeGreaterThan(0);
  });

  test('the same, however they are written, neither comes first', () => {
    expect(compareRatios(ratio(2, 3, 7), ratio(6, 2, 14))).toBe(0);
    expect(compareRatios(ratio(0, 3, 7), ratio(0, 1, 5))).toBe(0);
    expect(compareRatios(ratio(BILLION, 3, 7), ratio(3 * BILLION, 1, 7))).toBe(0);
  });
});
