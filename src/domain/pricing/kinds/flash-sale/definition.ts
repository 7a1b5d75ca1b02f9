import type { Language } from '../../kind.js';
import { LANES } from '../../offer.js';
import { spokenMoney } from '../../sentences/spoken.js';
import { limitFaults, type UnitPrice, unitPriceBenefit, unitPriceCalculation1 } from '../../unitPriceOffer.js';
import { defineKind } from '../defineKind.js';

/** 秒杀: a price for a short time, for as long as the stock lasts. It is a price, not a discount of the store. */
export const flashSale = defineKind({
  definition: {
    kind: 'flash-sale',
    name: { zh: '秒杀', en: 'Flash sale' },
    lane: LANES.unit,
    level: 'line',
    benefit: unitPriceBenefit,
    faults: ({ benefit }) => limitFaults(benefit),
    sentence,
  },
  levels: ['line'],
  versions: { 1: unitPriceCalculation1 },
  isLimited: ({ limit }) => limit !== undefined,
  countsAsDiscount: false,
});

function sentence({ price }: UnitPrice, language: Language): string {
  const money = spokenMoney(price, language);
  return language === 'zh' ? `秒杀价${money}` : `flash price ${money}`;
}
