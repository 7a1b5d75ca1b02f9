import type { Language } from '../../kind.js';
import { LANES } from '../../offer.js';
import { spokenMoney } from '../../sentences/spoken.js';
import { limitFaults, type UnitPrice, unitPriceBenefit, unitPriceCalculation1 } from '../../unitPriceOffer.js';
import { defineKind } from '../defineKind.js';

/** 一口价: a price whatever the list price is; also the price of a bargain. */
export const fixedPrice = defineKind({
  definition: {
    kind: 'fixed-price',
    name: { zh: '一口价', en: 'Fixed price' },
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
  return language === 'zh' ? `一口价${money}` : `fixed price ${money}`;
}
