import { type Infer, optional, record } from '../../../kernel/shape.js';
import type { Language } from '../../kind.js';
import { LANES } from '../../offer.js';
import { spokenMoney, spokenPieces } from '../../sentences/spoken.js';
import { amountOff, pieces } from '../bounds.js';
import { defineKind } from '../defineKind.js';
import { calculation1 } from './calculation1.js';

const benefit = record({ amountOff, maxUnits: optional(pieces) });

export type FixedAmount = Infer<typeof benefit>;

/** 立减: an amount off the order, off each line, or off each piece. */
export const fixedAmount = defineKind({
  definition: {
    kind: 'fixed-amount',
    name: { zh: '立减', en: 'Amount off' },
    lane: LANES.basket,
    level: 'order',
    benefit,
    faults: ({ benefit, level }) =>
      benefit.maxUnits !== undefined && level !== 'unit'
        ? [
            {
              pointer: '/benefit/maxUnits',
              code: 'ONLY_FOR_LEVEL_UNIT',
              message: 'maxUnits counts pieces: it needs level unit.',
            },
          ]
        : [],
    sentence,
  },
  levels: ['order', 'line', 'unit'],
  versions: { 1: calculation1 },
});

function sentence({ amountOff, maxUnits }: FixedAmount, language: Language): string {
  const money = spokenMoney(amountOff, language);
  if (maxUnits === undefined) return language === 'zh' ? `立减${money}` : `${money} off`;
  const limit = spokenPieces(maxUnits, language);
  return language === 'zh' ? `每件立减${money}，每种最多${limit}` : `${money} off a piece, at most ${limit} a line`;
}
