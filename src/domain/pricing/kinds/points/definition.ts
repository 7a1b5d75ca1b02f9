import { type Infer, integer, optional, record } from '../../../kernel/shape.js';
import type { Language } from '../../kind.js';
import { LANES } from '../../offer.js';
import { spokenMoney } from '../../sentences/spoken.js';
import { times } from '../bounds.js';
import { defineKind } from '../defineKind.js';
import { calculation1 } from './calculation1.js';

const benefit = record({ fenPerPoint: integer('fen', 1, 10_000), maxPoints: optional(times) });

export type Points = Infer<typeof benefit>;

/** 积分抵扣: the customer's points are used as money. They are the customer's, not a discount of the store. */
export const points = defineKind({
  definition: {
    kind: 'points',
    name: { zh: '积分抵扣', en: 'Points as money' },
    lane: LANES.points,
    level: 'order',
    benefit,
    faults: () => [],
    sentence,
  },
  levels: ['order'],
  versions: { 1: calculation1 },
  countsAsDiscount: false,
  spendsPoints: true,
});

function sentence({ fenPerPoint, maxPoints }: Points, language: Language): string {
  const money = spokenMoney(fenPerPoint, language);
  if (language === 'zh') return `每1积分抵${money}${maxPoints ? `，最多${maxPoints}积分` : ''}`;
  return `${money} a point${maxPoints ? `, at most ${maxPoints} points` : ''}`;
}
