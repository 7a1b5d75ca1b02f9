import type { Choosable } from '../../choosePieces.js';
import type { Policies } from '../../policies.js';
import type { Line } from '../../purchase.js';

/**
 * Pieces in scope: those one can count, or the full blocks of `unitGrams` of each line. Prorated, every gram counts,
 * and a piece that is not weighed as much as a block.
 */
export function piecesIn(
  lines: readonly Line[],
  unitGrams: number | undefined,
  partUnits: Policies['partUnits'],
): readonly Choosable[] {
  return lines.map((line) => piecesOfLine(line, unitGrams, partUnits)).filter(({ units }) => units > 0);
}

function piecesOfLine(line: Line, unitGrams: number | undefined, partUnits: Policies['partUnits']): Choosable {
  const { pieces, grams } = line;
  if (unitGrams !== undefined && partUnits === 'prorate') {
    const size = line.weighed ? grams : pieces * unitGrams;
    return { line, units: size, of: size, unit: 1 };
  }
  if (unitGrams === undefined || !line.weighed) return { line, units: pieces, of: pieces, unit: 1 };
  return { line, units: Math.floor(grams / unitGrams), of: grams, unit: unitGrams };
}
