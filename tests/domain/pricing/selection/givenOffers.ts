import type { Basket } from '../../../../src/domain/pricing/basket.js';
import type { Candidate } from '../../../../src/domain/pricing/candidate.js';
import type { PricingFacts } from '../../../../src/domain/pricing/facts.js';
import type { Offer } from '../../../../src/domain/pricing/offer.js';
import { type Situation, situationOf } from '../../../../src/domain/pricing/situation.js';
import { candidatesIn } from '../candidatesIn.js';
import { anOffer, basketOf, factsOf } from '../given.js';

/** Four apples of ten yuan, each a line of its own: SKUs A to D. */
export const fourLines = basketOf(['a', 'b', 'c', 'd'].map((id) => ({ id, quantity: 1 })));

export interface Given {
  readonly candidates: readonly Candidate[];
  readonly situation: Situation;
}

/** Offers beside a basket, in order: their ids decide it where lanes and priorities do not. */
export function givenOffers(
  offers: readonly Offer[],
  basket: Basket = fourLines,
  facts: PricingFacts = factsOf(),
): Given {
  const situation = situationOf(basket, facts);
  return { candidates: candidatesIn(offers, situation), situation };
}

/** `100 off` some SKUs, unless more is said. */
export function off(id: string, skus: string, more: Partial<Offer> = {}): Offer {
  return anOffer({ id, scope: { skus: [...skus] }, ...more });
}

export function inGroup(group: string): Pick<Offer, 'stacking'> {
  return { stacking: { group } };
}

/** Buys a piece of some SKUs and gets one of others that is in the basket. */
export function buyToGet(id: string, skus: string, given: string): Offer {
  const get = { quantity: 1, placement: 'in-basket', scope: { skus: [...given] } };
  return off(id, skus, { kind: 'buy-x-get-y', benefit: { buy: { quantity: 1 }, get, repeat: false } });
}

export function freeDelivery(id: string, skus: string, more: Partial<Offer> = {}): Offer {
  return off(id, skus, { kind: 'free-shipping', benefit: {}, ...more });
}

export function pointsAsMoney(id: string, skus: string, fenPerPoint = 1): Offer {
  return off(id, skus, { kind: 'points', benefit: { fenPerPoint } });
}

export function idsOf(candidates: readonly Candidate[]): readonly string[] {
  return candidates.map(({ offer }) => offer.id);
}
