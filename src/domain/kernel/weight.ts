import { Rejection } from './rejection.js';
import { parseScaled } from './written.js';

/** Integer grams. */
export type Grams = number;

/** One 斤; prices of weighed goods are per this weight. */
export const JIN: Grams = 500;
export const MAX_LINE_GRAMS: Grams = 10_000_000;

const UNITS: ReadonlyMap<string, number> = new Map([
  ['g', 1],
  ['克', 1],
  ['kg', 1000],
  ['公斤', 1000],
  ['千克', 1000],
  ['斤', JIN],
  ['市斤', JIN],
  ['两', 50],
]);

/**
 * Reads a weight as people write it: `1.5kg`, `3斤`, `750 g`, `2两`. The unit must be written.
 * @throws Rejection NOT_A_WEIGHT when it is none, or holds a fraction of a gram.
 */
export function parseWeight(written: string): Grams {
  const expected = 'a weight such as 500g, 1.5kg or 3斤';
  const match = /^([0-9.]+)\s*(\p{L}+)$/u.exec(written.trim());
  const grams = match && UNITS.get(match[2]!.toLowerCase());
  if (!match || !grams) throw new Rejection('NOT_A_WEIGHT', `"${written}" is not ${expected}.`, { written, expected });
  return parseScaled(written, match[1]!, grams, { code: 'NOT_A_WEIGHT', expected });
}

/** `1500` → `3斤` in Chinese; `1.5 kg` in English; less than a 斤 or kilogram in grams. */
export function formatWeight(grams: Grams, language: 'zh' | 'en'): string {
  if (language === 'zh') return grams >= JIN && grams % 50 === 0 ? `${grams / JIN}斤` : `${grams}克`;
  return grams >= 1000 && grams % 100 === 0 ? `${grams / 1000} kg` : `${grams} g`;
}
