import type { BuyXGetY } from '../pricing/kinds/buy-x-get-y/definition.js';
import type { NthItem } from '../pricing/kinds/nth-item/definition.js';
import { REGISTERED, ruleVersionOf } from '../pricing/kinds/registry.js';
import { laneOf } from '../pricing/laneOf.js';
import type { Offer } from '../pricing/offer.js';
import type { Policies } from '../pricing/policies.js';
import { price } from '../pricing/price.js';
import type { AppliedOffer, Gift, Quote } from '../pricing/quote.js';
import type { Bought, Gone } from './bought.js';
import { keptAsOrdered } from './kept.js';

/** A purchase whose thresholds are settled, and the added gifts that go with what is kept of it. */
export interface Pinned {
  readonly bought: Bought;
  readonly earned: readonly Gift[];
}

/**
 * The purchase with every threshold as what is kept meets it in ordered weights: only what applies to that is in play,
 * in order, without conditions. An amount off from a step is that amount, a rate from a number of pieces that rate, and
 * so many whole gifts or blocks of weight are what they came to; the rest is priced on the weight that is there.
 */
export function pinnedThresholds(bought: Bought, gone: Gone): Pinned {
  const quote = price(keptAsOrdered(bought, gone), bought.offers, bought.facts);
  const applied = new Map(quote.applied.map((one) => [one.offer, one]));
  const { policies } = bought.facts;
  const offers = bought.offers.flatMap((offer) => {
    const gave = applied.get(offer.id);
    return gave ? [pinned(offer, gave, quote, policies)] : [];
  });
  return {
    bought: { ...bought, offers, facts: { ...bought.facts, policies: { ...policies, selection: 'priority' } } },
    earned: quote.gifts,
  };
}

function pinned({ when: _, ...offer }: Offer, gave: AppliedOffer, quote: Quote, policies: Policies): Offer {
  if (offer.kind === 'spend-threshold') return { ...offer, benefit: amountOff(gave) };
  if (givesWholeWeights(offer, policies)) return onItsLines(offer, gave, quote);
  if (offer.kind !== 'percentage') return offer;
  const { maxUnits } = offer.benefit as { readonly maxUnits?: number };
  const percentOffBp = gave.facts['percentOffBp'] as number;
  return { ...offer, benefit: { percentOffBp, ...(maxUnits !== undefined && { maxUnits }) } };
}

/** Whether it gives whole gifts or blocks in the basket, counted by weight: a little less weight is one less of them. */
function givesWholeWeights({ kind, benefit }: Offer, { partGift, partUnits }: Policies): boolean {
  if (kind === 'nth-item') return partUnits === 'whole' && (benefit as NthItem).unitGrams !== undefined;
  if (kind !== 'buy-x-get-y' || partGift) return false;
  const terms = benefit as BuyXGetY;
  if (!('buy' in terms) || terms.get.placement !== 'in-basket') return false;
  return terms.buy.grams !== undefined || terms.get.grams !== undefined;
}

/** What it came to, off the goods it came off, at its place among the offers. */
function onItsLines(offer: Offer, gave: AppliedOffer, { lines }: Quote): Offer {
  const skus = lines.filter(({ shares }) => shares[gave.offer]).map(({ sku }) => sku);
  return {
    ...offer,
    kind: 'spend-threshold',
    ruleVersion: ruleVersionOf('spend-threshold'),
    level: 'order',
    scope: { skus },
    stacking: { ...offer.stacking, lane: laneOf(offer, REGISTERED.get(offer.kind)!.definition) },
    benefit: amountOff(gave),
  };
}

function amountOff({ amount, ungiven }: AppliedOffer) {
  return { ladder: [{ from: 0, amountOff: amount + ungiven }] };
}
