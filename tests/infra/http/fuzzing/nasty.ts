import type { Dice } from './dice.js';

export const NASTY_TEXTS = [
  '',
  ' ',
  '0',
  '-0',
  'null',
  '__proto__',
  'constructor',
  'toString',
  '{{7*7}}',
  "'; drop table event; --",
  '../../etc/passwd',
  '%00',
  '\u202e右到左',
  '👨‍👩‍👧‍👦🍎',
  'a\u0301\u0301\u0301',
  '\u2028',
  '\ufeff',
  '\u0007',
  '2026-02-30T00:00:00Z',
  '9999-12-31T23:59:59.999+14:00',
  'Asia/Nowhere',
  '苹果'.repeat(60),
  'x'.repeat(5_000),
  '١٢٣',
  '1e3',
] as const;

const NASTY_NUMBERS = [-1, -0, 0.1, 1.5, 1e21, 1e-9, 2 ** 31, 2 ** 53, -(2 ** 53), 99_999_999_999] as const;

/** A value that no field expects. */
export function nastyValue(dice: Dice, depth = 0): unknown {
  switch (dice.below(depth > 3 ? 5 : 8)) {
    case 0:
      return null;
    case 1:
      return dice.oneIn(2);
    case 2:
      return dice.pick(NASTY_NUMBERS);
    case 3:
    case 4:
      return dice.pick(NASTY_TEXTS);
    case 5:
      return Array.from({ length: dice.pick([0, 1, 3, 250]) }, () => dice.pick(NASTY_NUMBERS));
    case 6:
      return { [dice.pick(NASTY_TEXTS)]: nastyValue(dice, depth + 1) };
    default:
      return [nastyValue(dice, depth + 1), { again: nastyValue(dice, depth + 1) }];
  }
}
