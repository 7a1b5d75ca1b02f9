import { type Infer, integer, optional, record } from '../../../kernel/shape.js';
import type { Language } from '../../kind.js';
import { LANES } from '../../offer.js';
import { spokenRate, spokenSize } from '../../sentences/spoken.js';
import { grams, percentOff } from '../bounds.js';
import { defineKind } from '../defineKind.js';
import { calculation1 } from './calculation1.js';

const benefit = record({
  nth: integer('count', 2, 1000, 'Every nth piece is cheaper'),
  percentOffBp: percentOff,
  unitGrams: optional({ ...grams, about: 'Every block of this weight is a piece' } as const),
});

export type NthItem = Infer<typeof benefit>;

/** 第N件: every nth piece, or block of weight, at a rate off. */
export const nthItem = defineKind({
  definition: {
    kind: 'nth-item',
    name: { zh: '第N件优惠', en: 'Nth piece cheaper' },
    lane: LANES.items,
    level: 'line',
    benefit,
    faults: () => [],
    sentence,
  },
  levels: ['line'],
  versions: { 1: calculation1 },
});

function sentence({ nth, percentOffBp, unitGrams }: NthItem, language: Language): string {
  const rate = spokenRate(percentOffBp, language);
  if (language === 'zh')
    return unitGrams ? `每${nth}份（${spokenSize({ grams: unitGrams }, 'zh')}）中一份${rate}` : `第${nth}件${rate}`;
  return `one of every ${nth} ${unitGrams ? `blocks of ${spokenSize({ grams: unitGrams }, 'en')}` : 'pieces'}: ${rate}`;
}
