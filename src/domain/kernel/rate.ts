import { Decimal } from 'decimal.js';
import { Rejection } from './rejection.js';

/** Basis points off: 1500 = 15 % off; 8折 = 2000. */
export type BasisPoints = number;

export const WHOLE: BasisPoints = 10_000;

const EXPECTED = 'a rate such as 8折, 85折 or 15%';

/**
 * Reads a discount as people write it: `8折` (pay 80 %), `8.5折`, `85折` (pay 85 %), `15%` (15 % off).
 * @throws Rejection NOT_A_RATE when it is none, outside 0 < rate ≤ 100 %, or not whole basis points.
 */
export function parseRateOff(written: string): BasisPoints {
  const text = written.trim();
  const refuse = (): never => {
    throw new Rejection('NOT_A_RATE', `"${written}" is not ${EXPECTED}, in whole basis points.`, {
      written,
      expected: EXPECTED,
    });
  };
  const match = /^((?:0|[1-9]\d{0,2})(?:\.\d{1,4})?)\s*(折|%|％)$/.exec(text);
  if (!match) return refuse();
  const off = match[2] === '折' ? new Decimal(WHOLE).minus(paidBp(match[1]!)) : new Decimal(match[1]!).times(100);
  if (!off.isInteger() || off.lte(0) || off.gt(WHOLE)) return refuse();
  return off.toNumber();
}

// 8折 and 8.5折 count in tenths, 85折 in hundredths: a whole number of two digits is in hundredths.
function paidBp(digits: string): Decimal {
  const twoDigits = /^\d\d$/.test(digits) && digits !== '10';
  return new Decimal(digits).times(twoDigits ? 100 : 1000);
}

/** `2000` → `8折`, `1500` → `8.5折`. */
export function formatFold(off: BasisPoints): string {
  return `${new Decimal(WHOLE - off).div(1000).toString()}折`;
}

/** `1500` → `15 %`. */
export function formatPercent(off: BasisPoints): string {
  return `${new Decimal(off).div(100).toString()} %`;
}
