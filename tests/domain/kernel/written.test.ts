import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatYuan, MAX_BASKET_AMOUNT, parseYuan } from '../../../src/domain/kernel/money.js';
import { formatFold, formatPercent, parseRateOff } from '../../../src/domain/kernel/rate.js';
import { Rejection } from '../../../src/domain/kernel/rejection.js';
import { formatWeight, MAX_LINE_GRAMS, parseWeight } from '../../../src/domain/kernel/weight.js';

const refusal = (read: () => number): string => {
  try {
    return `was read as ${read()}`;
  } catch (error) {
    if (error instanceof Rejection) return error.code;
    throw error;
  }
};

describe('an amount of yuan', () => {
  test.each([
    ['12.5', 1_250],
    ['12.50', 1_250],
    ['¥12.50', 1_250],
    ['￥ 12.50', 1_250],
    ['12.5元', 1_250],
    ['¥12.50 元', 1_250],
    [' 0.01 ', 1],
    ['0', 0],
    ['1000000000', 100_000_000_000],
  ])('written %j is %i fen', (written, fen) => {
    expect(parseYuan(written)).toBe(fen);
  });

  test.each([
    '',
    ' ',
    '¥',
    '元',
    '12.505',
    '.5',
    '12.',
    '-1',
    '+1',
    '1e3',
    '1,234.50',
    '0x10',
    'NaN',
    '12元5角',
    '１２',
    '12.50 USD',
    '9'.repeat(13),
  ])('written %j is refused', (written) => {
    expect(refusal(() => parseYuan(written))).toBe('NOT_AN_AMOUNT');
  });

  test('that was written by us is read as it was', () => {
    fc.assert(
      fc.property(fc.nat({ max: MAX_BASKET_AMOUNT }), (fen) => {
        expect(parseYuan(formatYuan(fen))).toBe(fen);
      }),
    );
  });

  test('below zero is written with a sign', () => {
    expect([formatYuan(0), formatYuan(5), formatYuan(-5), formatYuan(-1_250)]).toEqual([
      '0.00',
      '0.05',
      '-0.05',
      '-12.50',
    ]);
  });
});

describe('a weight', () => {
  test.each([
    ['3斤', 1_500],
    ['1.5公斤', 1_500],
    ['2两', 100],
    ['0.5两', 25],
    ['750 g', 750],
    ['1.5kg', 1_500],
    ['2KG', 2_000],
    ['10克', 10],
    ['0.25千克', 250],
    ['1市斤', 500],
    [' 3 斤 ', 1_500],
  ])('written %j is %i g', (written, grams) => {
    expect(parseWeight(written)).toBe(grams);
  });

  test.each([
    '',
    '500',
    '斤',
    '1.5g',
    '0.01两',
    '-1斤',
    '1.2.3kg',
    '.5kg',
    '1磅',
    '1 lb',
    '1kg5',
    '一斤',
    '1 constructor',
    '1e3g',
  ])('written %j is refused', (written) => {
    expect(refusal(() => parseWeight(written))).toBe('NOT_A_WEIGHT');
  });

  test('that was written by us, in either language, is read as it was', () => {
    fc.assert(
      fc.property(fc.nat({ max: MAX_LINE_GRAMS }), fc.constantFrom('zh' as const, 'en' as const), (grams, language) => {
        expect(parseWeight(formatWeight(grams, language))).toBe(grams);
      }),
      { numRuns: 2_000 },
    );
  });

  test('is written as people say it', () => {
    expect([formatWeight(1_500, 'zh'), formatWeight(550, 'zh'), formatWeight(120, 'zh')]).toEqual([
      '3斤',
      '1.1斤',
      '120克',
    ]);
    expect([formatWeight(1_500, 'en'), formatWeight(550, 'en')]).toEqual(['1.5 kg', '550 g']);
  });
});

describe('a rate off', () => {
  test.each([
    ['8折', 2_000],
    ['8.5折', 1_500],
    ['85折', 1_500],
    ['88折', 1_200],
    ['9.95折', 50],
    ['0.5折', 9_500],
    ['1折', 9_000],
    ['99折', 100],
    ['15%', 1_500],
    ['15％', 1_500],
    ['12.5 %', 1_250],
    ['0.01%', 1],
    ['100%', 10_000],
    [' 8 折 ', 2_000],
  ])('written %j is %i basis points', (written, bp) => {
    expect(parseRateOff(written)).toBe(bp);
  });

  test.each([
    '',
    '8',
    '折',
    '10折',
    '100折',
    '11.5折',
    '8.12345折',
    '9.9999折',
    '08折',
    '085折',
    '0%',
    '0.001%',
    '100.01%',
    '101%',
    '-5%',
    '015%',
    '八折',
    '8折%',
    '1e1%',
  ])('written %j is refused', (written) => {
    expect(refusal(() => parseRateOff(written))).toBe('NOT_A_RATE');
  });

  test('that was written by us, as 折 or %, is read as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999 }), (bp) => {
        expect(parseRateOff(formatFold(bp))).toBe(bp);
        expect(parseRateOff(formatPercent(bp))).toBe(bp);
      }),
    );
  });
});

test('a refusal says what was written and what would be right', () => {
  expect(() => parseYuan('12.505')).toThrow('"12.505" is not an amount in yuan such as 12.50.');
  expect(() => parseWeight('3')).toThrow('"3" is not a weight such as 500g, 1.5kg or 3斤.');
  expect(() => parseRateOff('12折%')).toThrow('"12折%" is not a rate such as 8折, 85折 or 15%, in whole basis points.');
});
