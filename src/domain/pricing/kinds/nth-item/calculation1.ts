import type { Fen } from '../../../kernel/money.js';
import { mulDiv } from '../../../kernel/mulDiv.js';
import { WHOLE } from '../../../kernel/rate.js';
import type { Calculation, Goods, Setting } from '../../calculation.js';
import { type Choosable, type Chosen, choosePieces } from '../../choosePieces.js';
import { dictionary } from '../../dictionary.js';
import type { Policies } from '../../policies.js';
import type { NthItem } from './definition.js';
import { piecesIn } from './piecesIn.js';
import { gramsForBlocks, notYet, type Turns, turnsAmong } from './turns.js';

/** Of n pieces in scope, floor(n / nth) are cheaper; of blocks of weight, prorated, also the part of one. */
export const calculation1: Calculation<NthItem> = {
  calculate(benefit, goods, setting) {
    const pieces = piecesIn(goods.lines, benefit.unitGrams, setting.policies.partUnits);
    const count = countOf(pieces);
    const { cheaper, toNext } = turnsOf(count, benefit, setting.policies);
    const shortfall = missingFor(toNext, benefit, goods, setting.policies);
    if (cheaper === 0) return notYet(shortfall, () => ({ pieces: count, ...benefit }));
    const chosen = choosePieces(pieces, cheaper, goods.prices, setting.policies.giftChoice);
    return {
      gives: 'parts',
      lines: chosen.map(({ candidate }) => candidate.line),
      amounts: amountsOff(chosen, benefit, goods, setting),
      facts: () => factsOf(benefit, count, cheaper, chosen),
      nextRung: () => ({ shortfall, gives: { percentOffBp: benefit.percentOffBp } }),
    };
  },
  // Offers that come first may change which pieces are the cheapest, and close or empty the lines of those.
  atMost({ nth, percentOffBp, unitGrams }, goods, { policies }) {
    if (goods.lines.length === 1) return undefined;
    const pieces = piecesIn(goods.lines, unitGrams, policies.partUnits);
    const bases = policies.percentBase === 'original' ? listPrices(goods) : goods.prices;
    const { cheaper } = turnsOf(countOf(pieces), { nth, unitGrams }, policies);
    const dearest = choosePieces(pieces, cheaper, bases, 'dearest');
    // Each line may round up once more than here.
    let discount = pieces.length;
    for (const { candidate, units } of dearest) {
      const base = bases[candidate.line.at]!;
      discount += mulDiv(base, units * candidate.unit * percentOffBp, candidate.of * WHOLE, 'up');
    }
    return { discount, gifts: 0 };
  },
};

function factsOf(
  { nth, percentOffBp, unitGrams }: NthItem,
  pieces: number,
  cheaper: number,
  of: readonly Chosen<Choosable>[],
) {
  const chosen = dictionary<number>();
  for (const { candidate, units } of of) chosen[candidate.line.id] = units;
  const facts = { nth, percentOffBp, pieces, cheaper, chosen };
  return unitGrams === undefined ? facts : { ...facts, unitGrams };
}

interface Rhythm {
  readonly nth: number;
  readonly unitGrams?: number | undefined;
}

function turnsOf(count: number, { nth, unitGrams }: Rhythm, { partUnits }: Policies): Turns {
  return turnsAmong(count, nth, partUnits === 'prorate' ? (unitGrams ?? 1) : 1);
}

/** What is missing: pieces, or grams of what is weighed. */
function missingFor(toNext: number, { unitGrams }: Rhythm, { lines }: Goods, { partUnits }: Policies) {
  if (unitGrams === undefined) return { quantity: toNext };
  const weighed = lines.filter((line) => line.weighed);
  if (partUnits === 'prorate') {
    return weighed.length > 0 ? { grams: toNext } : { quantity: Math.ceil(toNext / unitGrams) };
  }
  return weighed.length > 0 ? { grams: gramsForBlocks(toNext, weighed, unitGrams) } : { quantity: toNext };
}

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
    const base = baseOf(candidate, goods, setting);
    return mulDiv(base, units * candidate.unit * benefit.percentOffBp, candidate.of * WHOLE);
  });
}
