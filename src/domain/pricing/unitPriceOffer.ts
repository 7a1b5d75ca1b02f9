import type { Fen } from '../kernel/money.js';
import { mulDiv } from '../kernel/mulDiv.js';
import { type Infer, optional, record } from '../kernel/shape.js';
import { JIN } from '../kernel/weight.js';
import type { Calculation, Setting } from './calculation.js';
import type { Fault } from './kind.js';
import { grams, pieces, unitPrice } from './kinds/bounds.js';
import { amountFor, type Line } from './purchase.js';

/** What flash, member and fixed prices have in common: a unit price, perhaps for the first pieces or grams only. */
export const unitPriceBenefit = record({
  price: unitPrice,
  limit: optional(record({ quantity: optional(pieces), grams: optional(grams) })),
});

export type UnitPrice = Infer<typeof unitPriceBenefit>;

export function limitFaults({ limit }: UnitPrice): Fault[] {
  if (!limit || (limit.quantity === undefined) !== (limit.grams === undefined)) return [];
  return [{ pointer: '/benefit/limit', code: 'QUANTITY_OR_GRAMS', message: 'Name either a quantity or grams.' }];
}

/**
 * Lowers each line from its running price to its amount at the price; a price above the running one is not taken.
 * A limit, or what is left of the stock, covers the first pieces or grams over the lines, in line order.
 */
export const unitPriceCalculation1: Calculation<UnitPrice> = {
  calculate(benefit, goods, setting) {
    const covered = coverage(benefit, goods.lines, setting);
    const amounts = goods.lines.map((line, at) => lowering(line, goods.prices[line.at]!, benefit.price, covered?.[at]));
    return {
      gives: 'parts',
      lines: goods.lines,
      amounts,
      facts: () => ({
        price: benefit.price,
        ...(benefit.limit && { limit: benefit.limit }),
        ...(setting.remaining?.stock !== undefined && { stock: setting.remaining.stock }),
        ...(covered && { covered: Object.fromEntries(covered.map(({ taken }, at) => [goods.lines[at]!.id, taken])) }),
      }),
    };
  },
  // Lines that close hand their part of a limit to later ones: a bound lets each line have it alone. A smaller part
  // can give more, by as much as rounding its price before and after, here and there, can differ: two fen.
  atMost(benefit, goods, setting) {
    if (!benefit.limit && setting.remaining?.stock === undefined) return undefined;
    let most = 0;
    for (const line of goods.lines) {
      const covered = coverage(benefit, [line], setting)?.[0];
      const gives = lowering(line, goods.prices[line.at]!, benefit.price, covered);
      most += Math.min(covered ? gives + 2 : gives, goods.prices[line.at]! - line.floor);
    }
    return { discount: most, gifts: 0 };
  },
};

/** The pieces or grams of a line that have the price, of all it has. */
interface Covered {
  readonly taken: number;
  readonly of: number;
}

/** How much of each line has the price; undefined when nothing limits it. */
function coverage({ limit }: UnitPrice, lines: readonly Line[], { remaining }: Setting): Covered[] | undefined {
  const stock = remaining?.stock;
  if (!limit && stock === undefined) return undefined;
  let left = Math.min(limit?.quantity ?? limit?.grams ?? Number.POSITIVE_INFINITY, stock ?? Number.POSITIVE_INFINITY);
  return lines.map((line) => {
    const of = countedSize(line, limit);
    const taken = Math.min(left, of);
    left -= taken;
    return { taken, of };
  });
}

// A limit in pieces counts pieces, one in grams counts grams; stock alone counts what the line is sold by.
function countedSize(line: Line, limit: UnitPrice['limit']): number {
  if (limit?.quantity !== undefined) return line.pieces;
  return limit?.grams !== undefined ? line.grams : line.size;
}

/** How much the price takes off a line, or off the covered part of it: only this discount is rounded. */
function lowering(line: Line, running: Fen, price: Fen, covered: Covered | undefined): Fen {
  if (!covered) return Math.max(0, running - amountFor(price, line.size, line.weighed));
  const { taken, of } = covered;
  if (taken === 0) return 0;
  const amount = line.weighed ? mulDiv(price, taken * line.grams, JIN * of) : price * taken;
  // running × taken / of - amount, rounded half up: the amount is whole, so rounding the first term rounds all.
  return Math.max(0, mulDiv(running, taken, of) - amount);
}
