import type { Goods } from '../../calculation.js';
import type { Choosable } from '../../choosePieces.js';
import type { Policies } from '../../policies.js';
import type { Line } from '../../purchase.js';

/** Pieces in scope: those one can count, or blocks of `unitGrams`; a started block counts if it is prorated. */
export function piecesIn(
  { lines }: Goods,
  unitGrams: number | undefined,
  partUnits: Policies['partUnits'],
): readonly Choosable[] {
  return lines.map((line) => piecesOfLine(line, unitGrams, partUnits)).filter(({ units }) => units > 0);
}

function piecesOfLine(line: Line, unitGrams: number | undefined, partUnits: Policies['partUnits']): Choosable {
  if (unitGrams === undefined || !line.weighed) return { line, units: line.pieces, of: line.pieces, unit: 1 };
  const blocks = line.grams / unitGrams;
  return {
    line,
    units: partUnits === 'prorate' ? Math.ceil(blocks) : Math.floor(blocks),
    of: line.grams,
    unit: unitGrams,
  };
}

/**
 * How many pieces or grams of the line `units` of its pieces are. Every nth block is cheaper, in the order in which
 * they are weighed out, so the started one, which is the last, is among them when its turn comes.
 */
export function sizeOf({ line, units: all, unit, of }: Choosable, units: number, nth: number): number {
  const started = unit > 1 && all * unit > of;
  const takesStarted = started && units * nth >= all;
  return takesStarted ? (units - 1) * unit + (line.grams - (all - 1) * unit) : units * unit;
}
