import { either, type Infer, list, optional, record } from '../../../kernel/shape.js';
import type { Language } from '../../kind.js';
import { LANES } from '../../offer.js';
import { spokenPieces, spokenRate } from '../../sentences/spoken.js';
import { MAX_STEPS, percentOff, pieces, piecesReached } from '../bounds.js';
import { defineKind } from '../defineKind.js';
import { notRising } from '../risingSteps.js';
import { calculation1 } from './calculation1.js';

const benefit = either(
  record({ percentOffBp: percentOff, maxUnits: optional(pieces) }),
  record({ ladder: list(record({ fromQuantity: piecesReached, percentOffBp: percentOff }), 1, MAX_STEPS) }),
);

export type Percentage = Infer<typeof benefit>;

/** 折扣: a rate off, of the order, of each line or of each piece. */
export const percentage = defineKind({
  definition: {
    kind: 'percentage',
    name: { zh: '折扣', en: 'Percentage off' },
    lane: LANES.basket,
    level: 'order',
    benefit,
    faults: ({ benefit }) => ('ladder' in benefit ? notRising(benefit.ladder, 'fromQuantity', 'percentOffBp') : []),
    sentence,
  },
  levels: ['order', 'line', 'unit'],
  versions: { 1: calculation1 },
});

function sentence(benefit: Percentage, language: Language): string {
  if ('ladder' in benefit) {
    return benefit.ladder
      .map(({ fromQuantity, percentOffBp }) => {
        const rate = spokenRate(percentOffBp, language);
        const from = spokenPieces(fromQuantity, language);
        return language === 'zh' ? `满${from}${rate}` : `${rate} from ${from}`;
      })
      .join(language === 'zh' ? '，' : ', ');
  }
  const rate = spokenRate(benefit.percentOffBp, language);
  if (benefit.maxUnits === undefined) return rate;
  const limit = spokenPieces(benefit.maxUnits, language);
  return language === 'zh' ? `${rate}，每种最多${limit}` : `${rate}, at most ${limit} a line`;
}
