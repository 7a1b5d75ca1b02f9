import type { Fen } from '../../domain/kernel/money.js';
import type { Quote } from '../../domain/pricing/quote.js';

/** What the second of two prices of one basket is, less the first. */
export interface Difference {
  readonly discount: Fen;
  readonly delivery: Fen;
  readonly pay: Fen;
  /** To pay for each line that differs. */
  readonly lines: Readonly<Record<string, Fen>>;
  readonly onlyInFirst: readonly string[];
  readonly onlyInSecond: readonly string[];
}

/** Compares two prices of the same basket. */
export function differenceOf(first: Quote, second: Quote): Difference {
  const before = new Map(first.lines.map(({ id, pay }) => [id, pay]));
  const lines = second.lines.map(({ id, pay }) => [id, pay - before.get(id)!] as const);
  return {
    discount: second.discount - first.discount,
    delivery: second.delivery - first.delivery,
    pay: second.pay - first.pay,
    lines: Object.fromEntries(lines.filter(([, fen]) => fen !== 0)),
    onlyInFirst: appliedOnlyIn(first, second),
    onlyInSecond: appliedOnlyIn(second, first),
  };
}

function appliedOnlyIn(one: Quote, other: Quote): string[] {
  const inOther = new Set(other.applied.map(({ offer }) => offer));
  return one.applied.map(({ offer }) => offer).filter((offer) => !inOther.has(offer));
}
