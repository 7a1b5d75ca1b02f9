import { type Candidate, compareCandidates } from '../../../src/domain/pricing/candidate.js';
import type { Offer } from '../../../src/domain/pricing/offer.js';
import type { Situation } from '../../../src/domain/pricing/situation.js';
import { candidateIn } from './candidateIn.js';

/** The offers that find a line in their scope, in the order they are applied. */
export function candidatesIn(offers: readonly Offer[], situation: Situation): readonly Candidate[] {
  return offers
    .map((offer) => candidateIn(offer, situation))
    .filter(({ lines }) => lines.length > 0)
    .sort(compareCandidates);
}
