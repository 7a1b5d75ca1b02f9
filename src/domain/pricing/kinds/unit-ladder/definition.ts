import { MAX_BASKET_AMOUNT } from '../../../kernel/money.js';
import { type Infer, integer, optional, record } from '../../../kernel/shape.js';
import type { Language } from '../../kind.js';
import { LANES } from '../../offer.js';
import { spokenMoney } from '../../sentences/spoken.js';
import { pieces } from '../bounds.js';
import { defineKind } from '../defineKind.js';
import { calculation1 } from './calculation1.js';

const off = integer('fen', 0, MAX_BASKET_AMOUNT);
const benefit = record({ firstOff: off, furtherOff: off, maxUnits: optional(pieces) });

export type UnitLadder = Infer<typeof benefit>;

/** 逐件优惠: one amount off the first piece of a line, another off each further piece. */
export const unitLadder = defineKind({
  definition: {
    kind: 'unit-ladder',
    name: { zh: '逐件优惠', en: 'First and further pieces' },
    lane: LANES.items,
    level: 'line',
    benefit,
    faults: ({ benefit }) =>
      benefit.firstOff + benefit.furtherOff > 0
        ? []
        : [{ pointer: '/benefit', code: 'GIVES_NOTHING', message: 'firstOff or furtherOff must be above 0.' }],
    sentence,
  },
  levels: ['line'],
  versions: { 1: calculation1 },
});

function sentence({ firstOff, furtherOff }: UnitLadder, language: Language): string {
  const [first, further] = [spokenMoney(firstOff, language), spokenMoney(furtherOff, language)];
  return language === 'zh'
    ? `第一件减${first}，之后每件减${further}`
    : `${first} off the first piece, ${further} off each further one`;
}
