import { Decimal } from 'decimal.js';
import { Rejection } from './rejection.js';

/**
 * Decimal digits times `scale`, as an integer.
 * @throws Rejection with the given code when the digits are no plain decimal number or leave a fraction.
 */
export function parseScaled(
  written: string,
  digits: string,
  scale: number,
  refusal: { readonly code: string; readonly expected: string },
): number {
  const value = /^\d{1,12}(\.\d{1,6})?$/.test(digits) ? new Decimal(digits).times(scale) : null;
  if (!value?.isInteger() || value.gt(Number.MAX_SAFE_INTEGER)) {
    throw new Rejection(refusal.code, `"${written}" is not ${refusal.expected}.`, {
      written,
      expected: refusal.expected,
    });
  }
  return value.toNumber();
}
