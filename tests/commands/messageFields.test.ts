import { describe, expect, test } from '@jest/globals';
import {
  amount,
  fen,
  freeText,
  grams,
  instant,
  localId,
  pieces,
  unitPrice,
  word,
} from '../../src/commands/messageFields.js';

describe('an instant in a message', () => {
  test.each([
    ['2026-11-22T10:00:00+08:00', '2026-11-22T02:00:00.000Z'],
    ['2026-11-22T10:00Z', '2026-11-22T10:00:00.000Z'],
    ['2026-11-22T10:00:00.5Z', '2026-11-22T10:00:00.500Z'],
    ['2024-02-29T00:00:00.000-05:30', '2024-02-29T05:30:00.000Z'],
    ['2026-01-01T00:00:00+08:00', '2025-12-31T16:00:00.000Z'],
  ])('%s becomes %s', (written, canonical) => {
    expect(instant.parse(written)).toBe(canonical);
  });

  test.each([
    '2026-11-22',
    '2026-11-22T10:00:00',
    '2026-11-22 10:00:00Z',
    '2026-11-22T10:00:00.1234Z',
    '2026-02-30T00:00:00Z',
    '2025-02-29T00:00:00Z',
    '2026-04-31T00:00:00+08:00',
    '2026-13-01T00:00:00Z',
    '2026-11-22T25:00:00Z',
    '2026-11-22T10:00:00+99:00',
    '9999-12-31T23:59:59-14:00',
    '',
    '1763805600000',
  ])('%j is refused', (written) => {
    expect(instant.safeParse(written).success).toBe(false);
  });
});

describe('free text', () => {
  const says = (text: string) => freeText().safeParse(text).success;

  test.each(['双十一 满100减20 🍎', 'a', '订单 20261122123456789', '12345678901', '价格1380元', 'Ünïcode'])(
    'takes %j',
    (text) => {
      expect(says(text)).toBe(true);
    },
  );

  test.each([
    ['nothing', ''],
    ['blanks', '   '],
    ['NUL', 'a\0b'],
    ['a line break', 'a\nb'],
    ['half a surrogate pair', 'a\ud800'],
    ['a phone number', '请联系13812345678'],
    ['one with the country', '+8613812345678'],
    ['one with the country dialled', '008613812345678'],
    ['one in groups', '138-1234-5678'],
    ['one in groups with the country', '+86 138 1234 5678'],
    ['one in wide digits', '１３８１２３４５６７８'],
    ['an id-card number', '证件11010519491231002X'],
    ['one in small letters', '11010519491231002x'],
  ])('refuses %s', (_, text) => {
    expect(says(text)).toBe(false);
  });

  test('is counted in characters people see as one, up to its length', () => {
    expect(says('🍎'.repeat(200))).toBe(true);
    expect(says('🍎'.repeat(201))).toBe(false);
    expect(word.safeParse('a'.repeat(41)).success).toBe(false);
  });
});

describe('numbers', () => {
  test.each([
    ['a price', unitPrice, 0, 100_000_000],
    ['an amount', amount, 0, 100_000_000_000],
    ['pieces', pieces, 1, 100_000],
    ['grams', grams, 1, 10_000_000],
    ['fen up to 5', fen(5), 0, 5],
  ] as const)('%s are whole and within their bounds', (_, schema, least, most) => {
    const takes = (value: unknown) => schema.safeParse(value).success;
    expect([least, most].map(takes)).toEqual([true, true]);
    expect(
      [least - 1, most + 1, least + 0.5, Number.NaN, Number.POSITIVE_INFINITY, `${least}`, null].map(takes),
    ).not.toContain(true);
  });
});

test('an id has letters, digits, _ and . only', () => {
  expect(['fuji_apple', '1', 'a.b', 'constructor'].map((id) => localId.safeParse(id).success)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(['', '__proto__', 'a-b', '苹果', 'a b', 'a/b', 7].map((id) => localId.safeParse(id).success)).not.toContain(
    true,
  );
});
