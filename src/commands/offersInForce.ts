import { ruleVersionOf } from '../domain/pricing/kinds/registry.js';
import type { Offer } from '../domain/pricing/offer.js';
import { compileOffers, type OfferIndex, withOffer, withoutOffer } from '../domain/pricing/offerIndex.js';
import type { PromotionTerms } from '../domain/promotion/events.js';

/** A promotion's terms that hold, with the revision of its stream they were known at. */
export interface OfferInForce {
  readonly id: string;
  readonly revision: number;
  readonly terms: PromotionTerms;
}

/** The version of a kind's calculation to price with: the newest, or the one a quote recorded. */
export type RuleVersion = (kind: string) => number;

/** What a shop offers at an instant: an immutable snapshot, compiled for pricing. */
export interface OffersInForce {
  readonly byId: ReadonlyMap<string, OfferInForce>;
  readonly index: OfferIndex;
  /** Zones whose local time a price needs. */
  readonly zones: readonly string[];
  /** Those of which there is only so much. */
  readonly limited: readonly OfferInForce[];
}

export function compiledOffers(
  offers: readonly OfferInForce[],
  ruleVersion: RuleVersion = ruleVersionOf,
): OffersInForce {
  const index = compileOffers(offers.map((offer) => pricedOffer(offer, ruleVersion)));
  return snapshot(new Map(offers.map((offer) => [offer.id, offer])), index);
}

/** The snapshot with one promotion changed; undefined: it is not in force. */
export function withChanged(
  { byId, index }: OffersInForce,
  id: string,
  offer: OfferInForce | undefined,
  ruleVersion: RuleVersion = ruleVersionOf,
): OffersInForce {
  const next = new Map(byId);
  if (offer) next.set(id, offer);
  else next.delete(id);
  return snapshot(next, offer ? withOffer(index, pricedOffer(offer, ruleVersion)) : withoutOffer(index, id));
}

function snapshot(byId: OffersInForce['byId'], index: OfferIndex): OffersInForce {
  const zones = new Set<string>();
  for (const { terms } of byId.values()) {
    if (terms.schedule?.recurrence) zones.add(terms.schedule.recurrence.zone);
  }
  const limited = [...byId.values()].filter(({ terms }) => terms.limits);
  return { byId, index, zones: [...zones], limited };
}

function pricedOffer({ id, terms: { name: _, ...terms } }: OfferInForce, ruleVersion: RuleVersion): Offer {
  return { ...terms, id, ruleVersion: ruleVersion(terms.kind) };
}
