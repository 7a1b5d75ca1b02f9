import { type Instant, later } from '../../domain/kernel/instant.js';
import { type Promotion, statusOf, termsInForce, termsOf } from '../../domain/promotion/state.js';
import { compiledOffers, type OfferInForce, type OffersInForce, withChanged } from '../offersInForce.js';
import type { PricingView } from '../pricingView.js';
import type { PreviewMessage, Variant } from './previewMessage.js';

/** A promotion that is not in the log has this revision. */
export const NOT_RECORDED = -1;

/** The offers of a shop at an instant, past or to come. Only those of now are at hand; others are compiled. */
export function offersAt(view: PricingView, shop: string, at: Instant, now: Instant): OffersInForce {
  if (at === now) return view.offersInForce(shop, at);
  const offers: OfferInForce[] = [];
  for (const [id, { revision, state }] of view.promotions(shop)) {
    const terms = isOverBy(state, at, now) ? undefined : termsInForce(state, at);
    if (terms) offers.push({ id, revision, terms });
  }
  return compiledOffers(offers);
}

// A stop acts at once, also where a clock that ran ahead recorded it for a time to come.
function isOverBy(state: Promotion, at: Instant, now: Instant): boolean {
  return later(at, now) === at && statusOf(state) !== 'published';
}

/** The offers with what a variant adds and leaves out. `given` are terms that are not in the log. */
export function offersOfVariant(
  view: PricingView,
  shop: string,
  base: OffersInForce,
  { with: added = false, without = [] }: Variant,
  given: PreviewMessage['promotions'],
): OffersInForce {
  const isAdded = added === true ? () => true : idsIn(added || []);
  const more: OfferInForce[] = [];
  for (const [id, { revision, state }] of view.promotions(shop)) {
    const isWanted = added === true ? statusOf(state) === 'draft' : isAdded(id);
    if (isWanted) more.push({ id, revision, terms: termsOf(state)! });
  }
  for (const [id, terms] of Object.entries(given)) if (isAdded(id)) more.push({ id, revision: NOT_RECORDED, terms });
  const whole = more.reduce((offers, offer) => withChanged(offers, offer.id, offer), base);
  return without.reduce((offers, id) => withChanged(offers, id, undefined), whole);
}

function idsIn(ids: readonly string[]): (id: string) => boolean {
  const named = new Set(ids);
  return (id) => named.has(id);
}
