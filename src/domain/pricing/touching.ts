import { type CompiledOffer, compileOffer } from './compiledOffer.js';
import type { Kinds } from './kinds/registry.js';
import type { Offer } from './offer.js';
import type { Line, Purchase } from './purchase.js';
import { inScope } from './scope.js';

/** An offer and the lines its scope holds, in line order; there may be none. */
export interface Touching {
  readonly compiled: CompiledOffer;
  readonly lines: readonly Line[];
}

/** Looks at every offer in turn: plain, and as slow as there are offers. */
export function scanOffers(offers: readonly Offer[], purchase: Purchase, kinds: Kinds): Touching[] {
  return offers.map((offer) => ({
    compiled: compileOffer(offer, kinds),
    lines: purchase.lines.filter((line) => inScope(offer.scope, line)),
  }));
}
