import { parseScaled } from './written.js';

/** Integer fen, 1/100 yuan. */
export type Fen = number;

/** Largest unit price: a piece, or 500 g. */
export const MAX_UNIT_PRICE: Fen = 100_000_000;
/** Largest sum of a basket. */
export const MAX_BASKET_AMOUNT: Fen = 100_000_000_000;
export const CURRENCY = 'CNY';

/**
 * Reads an amount of yuan as people write it: `12.5`, `¥12.50`, `12.5元`.
 * @throws Rejection NOT_AN_AMOUNT when it is none, or holds a fraction of a fen.
 */
export function parseYuan(written: string): Fen {
  const digits = written
    .trim()
    .replace(/^[¥￥]\s*/, '')
    .replace(/\s*元$/, '');
  return parseScaled(written, digits, 100, { code: 'NOT_AN_AMOUNT', expected: 'an amount in yuan such as 12.50' });
}

/** `1250` → `12.50`. */
export function formatYuan(fen: Fen): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
