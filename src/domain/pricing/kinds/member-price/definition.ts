import type { Language } from '../../kind.js';
import { LANES } from '../../offer.js';
import { spokenMoney } from '../../sentences/spoken.js';
import { limitFaults, type UnitPrice, unitPriceBenefit, unitPriceCalculation1 } from '../../unitPriceOffer.js';
import { defineKind } from '../defineKind.js';

/** 会员价: a price for members of some tiers. */
export const memberPrice = defineKind({
  definition: {
    kind: 'member-price',
    name: { zh: '会员价', en: 'Member price' },
    lane: LANES.unit,
    level: 'line',
    benefit: unitPriceBenefit,
    faults: ({ benefit }) => limitFaults(benefit),
    sentence,
  },
  levels: ['line'],
  versions: { 1: unitPriceCalculation1 },
  isLimited: ({ limit }) => limit !== undefined,
});

function sentence({ price }: UnitPrice, language: Language): string {
  const money = spokenMoney(price, language);
  return language === 'zh' ? `会员价${money}` : `member price ${money}`;
}
