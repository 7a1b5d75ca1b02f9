import { type Infer, integer, record } from '../../../kernel/shape.js';
import type { Language } from '../../kind.js';
import { LANES } from '../../offer.js';
import { spokenMoney, spokenPieces } from '../../sentences/spoken.js';
import { amountOff } from '../bounds.js';
import { defineKind } from '../defineKind.js';
import { calculation1 } from './calculation1.js';

const benefit = record({ groupSize: integer('pieces', 1, 100_000), amountOffEach: amountOff });

export type QuantityGroup = Infer<typeof benefit>;

/** 成组优惠: an amount off each piece of a full group. */
export const quantityGroup = defineKind({
  definition: {
    kind: 'quantity-group',
    name: { zh: '成组优惠', en: 'Group of pieces' },
    lane: LANES.items,
    level: 'line',
    benefit,
    faults: () => [],
    sentence,
  },
  levels: ['line'],
  versions: { 1: calculation1 },
});

function sentence({ groupSize, amountOffEach }: QuantityGroup, language: Language): string {
  const money = spokenMoney(amountOffEach, language);
  const group = spokenPieces(groupSize, language);
  return language === 'zh' ? `每${group}一组，每件减${money}` : `${money} off each piece of every ${group}`;
}
