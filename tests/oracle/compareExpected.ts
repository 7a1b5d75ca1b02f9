import { isDeepStrictEqual } from 'node:util';
import type { GoldenQuoteInput } from './goldenCase.js';
import type { OracleResult } from './oracleResult.js';
import { perPiece } from './perPiece.js';

/** What differs between a result and the `expect` of a golden case, in words; only what is listed there is checked. */
export function differencesFrom(input: GoldenQuoteInput, result: OracleResult, expected: object): string[] {
  return Object.entries(expected).flatMap(([field, value]: [string, unknown]) => {
    const actual = actualFor(field, value, input, result);
    return isDeepStrictEqual(actual, value)
      ? []
      : [`${field}: expected ${JSON.stringify(value)}, got ${JSON.stringify(actual)}`];
  });
}

function actualFor(field: string, expected: unknown, input: GoldenQuoteInput, result: OracleResult): unknown {
  switch (field) {
    case 'total':
    case 'itemsTotal':
    case 'shippingTotal':
    case 'subtotal':
    case 'subtotalWithGifts':
    case 'lineCount':
      return result[field];
    case 'discounts':
      // Complete when present: promotions that are not named give 0.
      return { ...zerosOf(expected), ...result.discounts };
    case 'gifts':
    case 'nextRung':
      return result[field];
    case 'lineTotals':
    case 'ungiven':
    case 'lineDiscounts':
      return listedOnly(expected, result[field]);
    case 'unitTotals':
      return perPieceOf(input, listedOnly(expected, result.lineTotals));
    case 'unitDiscounts':
      return Object.fromEntries(
        Object.entries(asRecord(expected)).map(([id, lines]) => [
          id,
          perPieceOf(input, listedOnly(lines, result.lineDiscounts[id] ?? {})),
        ]),
      );
    case 'notApplied':
      return asList(expected).map((wanted) => nearestNotApplied(wanted, result));
    case 'invariantUnder':
      return isInvariant(expected) ? expected : [];
    default:
      throw new Error(`the oracle does not know the field ${field}`);
  }
}

/** Golden cases write out zeros that the result leaves away. */
function zerosOf(expected: unknown): Record<string, number> {
  return Object.fromEntries(
    Object.entries(asRecord(expected)).flatMap(([key, value]) => (value === 0 ? [[key, 0]] : [])),
  );
}

function listedOnly(expected: unknown, actual: unknown): unknown {
  if (typeof expected !== 'object' || expected === null || Array.isArray(expected)) return actual ?? 0;
  const from = asRecord(actual ?? {});
  return Object.fromEntries(Object.entries(expected).map(([key, value]) => [key, listedOnly(value, from[key])]));
}

function perPieceOf(input: GoldenQuoteInput, amounts: unknown): Record<string, number[]> {
  return Object.fromEntries(
    Object.entries(asRecord(amounts)).map(([id, amount]) => {
      const pieces = input.lines.find((line) => line.id === id)?.quantity ?? 1;
      return [id, perPiece(sumOf(amount), pieces)];
    }),
  );
}

/** `listedOnly` walks into the arrays' place and finds the amount itself. */
function sumOf(amount: unknown): number {
  if (typeof amount !== 'number') throw new Error('an amount was expected');
  return amount;
}

function nearestNotApplied(wanted: unknown, result: OracleResult): unknown {
  const { promotion, shortfall } = asRecord(wanted);
  const found = result.notApplied.find((entry) => entry.promotion === promotion);
  if (found === undefined) return undefined;
  return shortfall === undefined ? { promotion: found.promotion, reason: found.reason } : found;
}

/** `line-order` is checked by the test itself, over every order of the lines. */
function isInvariant(expected: unknown): boolean {
  return isDeepStrictEqual(expected, ['line-order']);
}

function asRecord(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new Error('an object was expected');
  return { ...value };
}

function asList(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new Error('a list was expected');
  return value;
}
