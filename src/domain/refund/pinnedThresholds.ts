import type { Offer } from '../pricing/offer.js';
import { price } from '../pricing/price.js';
import type { AppliedOffer } from '../pricing/quote.js';
import type { Bought } from './bought.js';

/**
 * The purchase with every threshold as it was met on the ordered weights: only what applied is in play, in order,
 * without conditions; an amount off from a step is that amount, a rate from a number of pieces that rate.
 * Gifts for weight bought still count the weight that is there.
 */
export function pinnedThresholds(bought: Bought): Bought {
  const applied = new Map(price(bought.basket, bought.offers, bought.facts).applied.map((one) => [one.offer, one]));
  return {
    ...bought,
    offers: bought.offers.flatMap((offer) => {
      const gave = applied.get(offer.id);
      return gave ? [pinned(offer, gave)] : [];
    }),
    facts: { ...bought.facts, policies: { ...bought.facts.policies, selection: 'priority' } },
  };
}

function pinned({ when: _, ...offer }: Offer, { amount, ungiven, facts }: AppliedOffer): Offer {
  if (offer.kind === 'spend-threshold')
    return { ...offer, benefit: { ladder: [{ from: 0, amountOff: amount + ungiven }] } };
  if (offer.kind !== 'percentage') return offer;
  const { maxUnits } = offer.benefit as { readonly maxUnits?: number };
  const percentOffBp = facts['percentOffBp'] as number;
  return { ...offer, benefit: { percentOffBp, ...(maxUnits !== undefined && { maxUnits }) } };
}
