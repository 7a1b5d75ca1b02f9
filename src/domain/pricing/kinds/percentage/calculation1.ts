import type { Fen } from '../../../kernel/money.js';
import { mulDiv } from '../../../kernel/mulDiv.js';
import { type BasisPoints, WHOLE } from '../../../kernel/rate.js';
import { type Calculation, type Goods, piecesOf, type Setting, type Yield } from '../../calculation.js';
import { belowQuantity } from '../../nothing.js';
import { amountFor, type Line } from '../../purchase.js';
import type { Percentage } from './definition.js';
import { percentOfParts } from './percentOfParts.js';

/** A rate off the running (or list) price: rounded once on the sum, for each line, or for each piece. */
export const calculation1: Calculation<Percentage> = {
  calculate(benefit, goods, setting) {
    if (!('ladder' in benefit)) return off(benefit.percentOffBp, benefit.maxUnits, goods, setting);
    const quantity = piecesOf({ lines: goods.counted });
    let reached: (typeof benefit.ladder)[number] | undefined;
    let next: typeof reached;
    for (const step of benefit.ladder) {
      if (step.fromQuantity <= quantity) reached = step;
      else next ??= step;
    }
    if (!reached) return belowQuantity(next!.fromQuantity - quantity, () => ({ quantity, ...next }));
    const result = off(reached.percentOffBp, undefined, goods, setting);
    if (result.gives === 'nothing' || !next) return result;
    const { fromQuantity, percentOffBp } = next;
    return {
      ...result,
      nextRung: () => ({ shortfall: { quantity: fromQuantity - quantity }, gives: { percentOffBp } }),
    };
  },
};

function off(percentOffBp: BasisPoints, maxUnits: number | undefined, goods: Goods, setting: Setting): Yield {
  const { level } = setting;
  const { lines } = goods;
  if (level === 'order') {
    const baseOf = (line: Line) => baseOfLine(line, goods, setting);
    const { amount, base } = percentOfParts(lines, baseOf, percentOffBp, maxUnits);
    return {
      gives: 'sum',
      amount,
      facts: () => ({
        ...factsOf(base, percentOffBp, maxUnits, setting),
        ...rounding(base, percentOffBp, amount, maxUnits),
      }),
    };
  }
  const amounts: Fen[] = [];
  for (const line of lines) amounts.push(offOneLine(line, percentOffBp, maxUnits, goods, setting));
  return { gives: 'parts', lines, amounts, facts: () => lineFacts(percentOffBp, maxUnits, goods, setting) };
}

function offOneLine(line: Line, bp: BasisPoints, maxUnits: number | undefined, goods: Goods, setting: Setting): Fen {
  return setting.policies.productBase === 'originalPrice' && line.originalPrice !== undefined
    ? offFormerPrice(line, goods.prices[line.at]!, bp, maxUnits, setting.level)
    : offLine(line, baseOfLine(line, goods, setting), bp, maxUnits, setting.level);
}

function baseOfLine(line: Line, { prices }: Goods, { policies }: Setting): Fen {
  return policies.percentBase === 'original' ? line.list : prices[line.at]!;
}

function factsOf(base: Fen, percentOffBp: BasisPoints, maxUnits: number | undefined, { policies }: Setting) {
  const { percentBase } = policies;
  return maxUnits === undefined ? { base, percentOffBp, percentBase } : { base, percentOffBp, percentBase, maxUnits };
}

function lineFacts(percentOffBp: BasisPoints, maxUnits: number | undefined, goods: Goods, setting: Setting) {
  let base = 0;
  for (const line of goods.lines) base += baseOfLine(line, goods, setting);
  const { level } = setting;
  const { percentBase, productBase } = setting.policies;
  return maxUnits === undefined
    ? { base, percentOffBp, percentBase, level, productBase }
    : { base, percentOffBp, percentBase, maxUnits, level, productBase };
}

function counted(line: Line, maxUnits: number | undefined): number {
  return maxUnits === undefined ? line.pieces : Math.min(line.pieces, maxUnits);
}

function offLine(line: Line, base: Fen, bp: BasisPoints, maxUnits: number | undefined, level: Setting['level']): Fen {
  const units = counted(line, maxUnits);
  if (level === 'unit') return units === 0 ? 0 : units * mulDiv(base, bp, line.pieces * WHOLE);
  if (maxUnits === undefined) return mulDiv(base, bp, WHOLE);
  return units === 0 ? 0 : mulDiv(base, bp * units, WHOLE * line.pieces);
}

/** The target is the former price less the percentage; the discount leads there from the running price. */
function offFormerPrice(
  line: Line,
  running: Fen,
  bp: BasisPoints,
  maxUnits: number | undefined,
  level: Setting['level'],
): Fen {
  const wholeLine = level === 'line' && maxUnits === undefined;
  const units = wholeLine ? 1 : counted(line, maxUnits);
  const of = wholeLine ? 1 : line.pieces;
  if (units === 0) return 0;
  const former = amountFor(line.originalPrice!, line.size, line.weighed);
  const rounded = level === 'unit' ? 1 : units;
  // (running - former × (1 - rate)) × rounded / of, exactly, in ten thousandths of a fen.
  const target = BigInt(former) * BigInt(WHOLE - bp);
  const above = BigInt(running) * BigInt(WHOLE) - target;
  if (above <= 0n) return 0;
  const divisor = BigInt(WHOLE * of);
  const discount = Number((above * BigInt(rounded) * 2n + divisor) / (divisor * 2n));
  return level === 'unit' ? discount * units : discount;
}

// What rounding did, so that it can be checked by hand.
function rounding(base: Fen, bp: BasisPoints, amount: Fen, maxUnits: number | undefined): object {
  const exact = base * bp;
  if (maxUnits !== undefined || !Number.isSafeInteger(exact) || exact % WHOLE === 0) return {};
  const fraction = String(exact % WHOLE)
    .padStart(4, '0')
    .replace(/0+$/, '');
  return { exact: `${Math.floor(exact / WHOLE)}.${fraction}`, rounded: amount };
}
