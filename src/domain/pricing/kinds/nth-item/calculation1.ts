import type { Fen } from '../../../kernel/money.js';
import { mulDiv } from '../../../kernel/mulDiv.js';
import { WHOLE } from '../../../kernel/rate.js';
import type { Calculation, Goods, Setting } from '../../calculation.js';
import { type Choosable, type Chosen, choosePieces } from '../../choosePieces.js';
import { belowQuantity } from '../../nothing.js';
import type { NthItem } from './definition.js';
import { piecesIn, sizeOf } from './piecesIn.js';

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
  atMost({ nth, percentOffBp, unitGrams }, goods, { policies }) {
    const pieces = piecesIn(goods, unitGrams, policies.partUnits);
    const bases = policies.percentBase === 'original' ? listPrices(goods) : goods.prices;
    const dearest = choosePieces(pieces, Math.floor(countOf(pieces) / nth), bases, 'dearest');
    // Each line may round up once more than here. A started block is taken as if it were whole.
    let discount = pieces.length;
    for (const { candidate, units } of dearest) {
      const base = bases[candidate.line.at]!;
      discount += mulDiv(base, units * candidate.unit * percentOffBp, candidate.of * WHOLE, 'up');
    }
    return { discount, gifts: 0 };
  },
};

function listPrices({ lines }: Goods): readonly Fen[] {
  const prices: Fen[] = [];
  for (const line of lines) prices[line.at] = line.list;
  return prices;
}

function countOf(pieces: readonly Choosable[]): number {
  return pieces.reduce((sum, { units }) => sum + units, 0);
}

function baseOf({ line }: Choosable, goods: Goods, { policies }: Setting): number {
  return policies.percentBase === 'original' ? line.list : goods.prices[line.at]!;
}

function amountsOff(chosen: readonly Chosen<Choosable>[], benefit: NthItem, goods: Goods, setting: Setting): number[] {
  return chosen.map(({ candidate, units }) => {
    const size = sizeOf(candidate, units, benefit.nth);
    const base = baseOf(candidate, goods, setting);
    return mulDiv(base, size * benefit.percentOffBp, candidate.of * WHOLE);
  });
}
