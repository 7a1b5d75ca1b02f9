import { mulDiv } from '../../../kernel/mulDiv.js';
import { WHOLE } from '../../../kernel/rate.js';
import type { Calculation, Goods, Setting } from '../../calculation.js';
import { type Choosable, type Chosen, choosePieces } from '../../choosePieces.js';
import { belowQuantity } from '../../nothing.js';
import type { NthItem } from './definition.js';
import { type Pieces, piecesIn, sizeOf } from './piecesIn.js';

/** Of n pieces in scope, floor(n / nth) are cheaper. */
export const calculation1: Calculation<NthItem> = {
  calculate(benefit, goods, setting) {
    const pieces = piecesIn(goods, benefit.unitGrams, setting.policies.partUnits);
    const count = countOf(pieces);
    const cheaper = Math.floor(count / benefit.nth);
    const toNext = benefit.nth - (count % benefit.nth);
    if (cheaper === 0) return belowQuantity(toNext, () => ({ pieces: count, ...benefit }));
    const chosen = choosePieces(pieces, cheaper, goods.prices, setting.policies.giftChoice);
    return {
      gives: 'parts',
      lines: chosen.map(({ candidate }) => candidate.line),
      amounts: amountsOff(chosen, benefit, goods, setting),
      facts: () => ({
        ...benefit,
        pieces: count,
        cheaper,
        chosen: Object.fromEntries(chosen.map(({ candidate, units }) => [candidate.line.id, units])),
      }),
      nextRung: () => ({ shortfall: { quantity: toNext }, gives: { percentOffBp: benefit.percentOffBp } }),
    };
  },
  // Offers that come first may change which pieces are the cheapest, and close or empty the lines of those.
  atMost(benefit, goods, setting) {
    const pieces = piecesIn(goods, benefit.unitGrams, setting.policies.partUnits);
    const whole = choosePieces(pieces, Math.floor(countOf(pieces) / benefit.nth), goods.prices, 'dearest');
    let most = 0;
    // A started block may count as little as it weighs; a bound takes each as whole. One fen a line for rounding.
    for (const { candidate, units } of whole) {
      const size = Math.min(candidate.line.size, units * candidate.unit);
      most +=
        mulDiv(baseOf(candidate, goods, setting), size * benefit.percentOffBp, candidate.line.size * WHOLE, 'up') + 1;
    }
    return most + pieces.length;
  },
};

function countOf(pieces: readonly Choosable[]): number {
  return pieces.reduce((sum, { units }) => sum + units, 0);
}

function baseOf({ line }: Choosable, goods: Goods, { policies }: Setting): number {
  return policies.percentBase === 'original' ? line.list : goods.prices[line.at]!;
}

function amountsOff(chosen: readonly Chosen<Pieces>[], benefit: NthItem, goods: Goods, setting: Setting): number[] {
  return chosen.map(({ candidate, units }) => {
    const size = sizeOf(candidate, units, benefit.nth);
    const base = baseOf(candidate, goods, setting);
    return mulDiv(base, size * benefit.percentOffBp, candidate.of * WHOLE);
  });
}
