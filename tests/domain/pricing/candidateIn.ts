import { type Candidate, candidateOf } from '../../../src/domain/pricing/candidate.js';
import { REGISTERED } from '../../../src/domain/pricing/kinds/registry.js';
import type { Offer } from '../../../src/domain/pricing/offer.js';
import type { Situation } from '../../../src/domain/pricing/situation.js';
import { scanOffers } from '../../../src/domain/pricing/touching.js';

/** One offer beside a basket, found the plain way. */
export function candidateIn(offer: Offer, situation: Situation): Candidate {
  const { compiled, lines } = scanOffers([offer], situation.purchase, REGISTERED)[0]!;
  return candidateOf(compiled, lines, situation);
}
