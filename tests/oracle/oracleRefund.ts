import { basketOf } from './basket.js';
import type { GoldenLine, GoldenQuoteInput } from './goldenCase.js';
import { oraclePrice } from './oraclePrice.js';
import type { OracleResult } from './oracleResult.js';
import { perPiece } from './perPiece.js';
import { Unsupported } from './policies.js';
import { rational, roundHalfUp } from './rational.js';

export interface ReturnedPart {
  readonly line: string;
  readonly quantity?: number;
  readonly grams?: number;
}

export interface GoldenRefundInput extends GoldenQuoteInput {
  readonly returned?: readonly ReturnedPart[];
  readonly returns?: readonly (readonly ReturnedPart[])[];
  readonly actualGrams?: Readonly<Record<string, number>>;
}

export interface RefundResult {
  readonly quoteTotal: number;
  /** Of each return, in order; below zero the customer owes it. */
  readonly refunds: readonly number[];
  readonly refundSum: number;
  readonly keptPays: number;
  readonly couponReturned: boolean;
}

/** A golden `refund` case: what is paid back for goods that return or that weigh other than ordered. */
export function oracleRefund(input: GoldenRefundInput): RefundResult {
  const paid = oraclePrice(input);
  const returns = input.returns ?? (input.returned === undefined ? [] : [input.returned]);
  const refunds = refundsUnder(input, paid, returns);
  const refundSum = refunds.reduce((sum, each) => sum + each, 0);
  const left = linesLeft(input.lines, returns.flat());
  return {
    quoteTotal: paid.total,
    refunds,
    refundSum,
    keptPays: paid.total - refundSum,
    couponReturned: basketOf({ ...input, lines: left }).lines.length === 0,
  };
}

function refundsUnder(
  input: GoldenRefundInput,
  paid: OracleResult,
  returns: readonly (readonly ReturnedPart[])[],
): number[] {
  switch (input.policy?.returns) {
    case 'keep-discount':
      return returns.map((parts, at) => {
        const before = netPriceOf(input.lines, paid, returns.slice(0, at).flat());
        return netPriceOf(input.lines, paid, [...returns.slice(0, at).flat(), ...parts]) - before;
      });
    case 're-evaluate':
      return [Math.max(0, paid.total - oraclePrice({ ...input, lines: linesLeft(input.lines, returns.flat()) }).total)];
    case 're-quote-actual-weight':
      return [paid.total - oraclePrice({ ...input, lines: asWeighed(input) }).total];
    default:
      throw new Unsupported(`returns: ${String(input.policy?.returns)}`);
  }
}

/** The price after shares of all that has returned so far; of the pieces of a line the larger parts go first. */
function netPriceOf(lines: readonly GoldenLine[], paid: OracleResult, returned: readonly ReturnedPart[]): number {
  return lines.reduce((sum, line) => {
    const total = paid.lineTotals[line.id] ?? 0;
    const { quantity, grams } = returnedOf(line, returned);
    if (line.grams !== undefined)
      return sum + Number(roundHalfUp(rational(BigInt(total) * BigInt(grams), BigInt(line.grams))));
    return (
      sum +
      perPiece(total, line.quantity ?? 1)
        .slice(0, quantity)
        .reduce((parts, part) => parts + part, 0)
    );
  }, 0);
}

function returnedOf(line: GoldenLine, returned: readonly ReturnedPart[]): { quantity: number; grams: number } {
  const parts = returned.filter((part) => part.line === line.id);
  return {
    quantity: parts.reduce((sum, part) => sum + (part.quantity ?? 0), 0),
    grams: parts.reduce((sum, part) => sum + (part.grams ?? 0), 0),
  };
}

function linesLeft(lines: readonly GoldenLine[], returned: readonly ReturnedPart[]): GoldenLine[] {
  return lines.flatMap((line): GoldenLine[] => {
    const gone = returnedOf(line, returned);
    if (line.grams !== undefined) return gone.grams < line.grams ? [{ ...line, grams: line.grams - gone.grams }] : [];
    const left = (line.quantity ?? 0) - gone.quantity;
    return left > 0 ? [{ ...line, quantity: left }] : [];
  });
}

function asWeighed({ lines, actualGrams, policy }: GoldenRefundInput): GoldenLine[] {
  if (policy?.actualWeightThreshold === 'ordered') throw new Unsupported('actualWeightThreshold: ordered');
  return lines.map((line) => {
    const grams = actualGrams?.[line.id];
    return grams === undefined ? line : { ...line, grams };
  });
}
