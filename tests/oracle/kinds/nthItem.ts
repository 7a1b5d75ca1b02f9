import type { BasketLine } from '../basket.js';
import { gramsOf } from '../conditions.js';
import type { NthItemBenefit } from '../goldenCase.js';
import type { Shortfall } from '../oracleResult.js';
import type { Claim, Refusal } from '../outcome.js';
import { missing, refusal } from '../outcome.js';
import { rational, roundHalfUp } from '../rational.js';
import type { Countable } from './cheapestFirst.js';
import { byGiftChoice, inPieces, totalCount } from './cheapestFirst.js';
import type { View } from './view.js';
import { percentBaseOf, percentOf } from './view.js';

export function nthItem(view: View, benefit: NthItemBenefit): Claim | Refusal {
  const nth = BigInt(benefit.nth);
  if (benefit.unitGrams !== undefined && view.basket.policies.partUnits === 'prorate') {
    return startedBlocks(view, benefit, BigInt(benefit.unitGrams));
  }
  const countables = benefit.unitGrams === undefined ? inPieces(view.lines) : inBlocks(view.lines, benefit.unitGrams);
  const n = totalCount(countables);
  const more = nth - (n % nth);
  const gap = benefit.unitGrams === undefined ? missing('quantity', more) : gramsFor(more, view, benefit.unitGrams);
  if (n < nth) return refusal(gap.grams === undefined ? 'quantity-not-met' : 'weight-not-met', gap);
  return { ...cheaper(view, benefit, countables, n / nth), nextRung: gap };
}

/** The least more weight that fills so many blocks: those that are nearly full are filled first. */
function gramsFor(blocks: bigint, view: View, unitGrams: number): Shortfall {
  const unit = BigInt(unitGrams);
  const weighed = view.lines.filter((line) => line.golden.grams !== undefined);
  if (weighed.length === 0) return missing('quantity', blocks);
  const started = weighed.map((line) => line.grams % unit).sort((a, b) => (a > b ? -1 : 1));
  const there = started.slice(0, Number(blocks)).reduce((sum, grams) => sum + grams, 0n);
  return missing('grams', blocks * unit - there);
}

/** Every full block of a weighed line is a piece; what is left over on a line joins no block of another line. */
function inBlocks(lines: readonly BasketLine[], unitGrams: number): Countable[] {
  const unit = BigInt(unitGrams);
  return lines.flatMap((line) => {
    if (line.golden.grams === undefined) return inPieces([line]);
    const count = line.grams / unit;
    return count === 0n ? [] : [{ line, count, unit, of: line.grams }];
  });
}

/**
 * Started blocks count in proportion. The grams in scope are laid end to end: of each nth blocks the last is cheaper,
 * as far as it is filled (golden N01b). Which grams these are is chosen like pieces, by price per gram.
 */
function startedBlocks(view: View, benefit: NthItemBenefit, unit: bigint): Claim | Refusal {
  const lines = view.lines.filter((line) => line.grams > 0n);
  const grams = gramsOf(lines);
  const cycle = unit * BigInt(benefit.nth);
  const started = (grams % cycle) - (cycle - unit);
  const cheaperGrams = (grams / cycle) * unit + (started > 0n ? started : 0n);
  // The first gram of the next cheaper block.
  const next = missing('grams', (started > 0n ? 2n * cycle : cycle) - unit + 1n - (grams % cycle));
  if (cheaperGrams === 0n) return refusal('weight-not-met', next);
  const countables = lines.map((line) => ({ line, count: line.grams, unit: 1n, of: line.grams }));
  return { ...cheaper(view, benefit, countables, cheaperGrams), nextRung: next };
}

function cheaper(view: View, benefit: NthItemBenefit, countables: readonly Countable[], howMany: bigint): Claim {
  const off = new Map<string, bigint>();
  let left = howMany;
  for (const { line, count, unit, of } of byGiftChoice(view, countables)) {
    const chosen = count < left ? count : left;
    left -= chosen;
    const part = rational(percentBaseOf(view, line) * chosen * unit, of);
    off.set(line.id, roundHalfUp(percentOf(part, benefit.percentOffBp)));
  }
  return { gives: true, byLine: off };
}
