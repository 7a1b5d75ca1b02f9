import { linesInOrder } from './canonicalOrder.js';
import type { GoldenLine, GoldenQuoteInput, Scope } from './goldenCase.js';
import type { Policies } from './policies.js';
import { policiesOf } from './policies.js';
import { floor, rational, roundHalfUp, smallest } from './rational.js';

export interface BasketLine {
  readonly id: string;
  readonly golden: GoldenLine;
  readonly list: bigint;
  readonly floor: bigint;
  /** Of a weighed line: its physical pieces; without them it counts as no piece. */
  readonly pieces: bigint;
  readonly grams: bigint;
}

/** Everything about a case that does not change while promotions are applied. */
export interface Basket {
  readonly input: GoldenQuoteInput;
  readonly policies: Policies;
  /** Selected lines only, in order. */
  readonly lines: readonly BasketLine[];
  readonly subtotal: bigint;
  readonly greatestDiscount: bigint | undefined;
}

export function basketOf(input: GoldenQuoteInput): Basket {
  const policies = policiesOf(input.policy);
  const lines = linesInOrder(input.lines.filter((line) => line.selected !== false)).map(basketLine);
  const subtotal = lines.reduce((sum, line) => sum + line.list, 0n);
  const limit = policies.greatestDiscountBp;
  const greatestDiscount = limit === undefined ? undefined : floor(rational(subtotal * BigInt(limit), 10_000n));
  return { input, policies, lines, subtotal, greatestDiscount };
}

function basketLine(golden: GoldenLine): BasketLine {
  const list = amountAt(golden, golden.unitPrice);
  return {
    id: golden.id,
    golden,
    list,
    // A floor above the list price is no floor: it would be a price rise.
    floor: smallest(list, amountAt(golden, golden.floorPrice ?? 0)),
    pieces: BigInt(golden.quantity ?? golden.pieces ?? 0),
    grams: BigInt(golden.grams ?? 0),
  };
}

/** The line's amount at a price per piece or per 500 g, rounded once. */
export function amountAt(golden: GoldenLine, price: number): bigint {
  return golden.grams === undefined
    ? BigInt(price) * BigInt(golden.quantity ?? 0)
    : weighedAmount(price, BigInt(golden.grams));
}

export function weighedAmount(pricePer500: number, grams: bigint): bigint {
  return roundHalfUp(rational(BigInt(pricePer500) * grams, 500n));
}

export function linesInScope(lines: readonly BasketLine[], scope: Scope | undefined): BasketLine[] {
  return lines.filter(({ golden }) => scope === undefined || isInScope(golden, scope));
}

function isInScope(line: GoldenLine, scope: Scope): boolean {
  if (scope.excludeTags?.some((tag) => line.tags?.includes(tag) === true) === true) return false;
  if (scope.categories === undefined && scope.skus === undefined) return true;
  const category = line.category !== undefined && scope.categories?.includes(line.category) === true;
  return category || scope.skus?.includes(line.sku) === true;
}
