import { assertQuote } from './assertQuote.js';
import type { Basket } from './basket.js';
import { type Candidate, candidateOf, compareCandidates } from './candidate.js';
import { ineligibility } from './eligibility.js';
import type { PricingFacts } from './facts.js';
import { type Kinds, REGISTERED } from './kinds/registry.js';
import type { Offer } from './offer.js';
import type { Quote, RefusedOffer } from './quote.js';
import { quoteOf } from './quoting.js';
import { refusalsOf } from './refusals.js';
import { choose } from './selection/choose.js';
import { type Situation, situationOf } from './situation.js';
import { applyInOrder } from './walk.js';

export interface PriceOptions {
  /** Which offers are explained: those whose scope touches the basket, or all. */
  readonly explain?: 'touching' | 'all' | 'trace';
  readonly kinds?: Kinds;
  /** How many sets the search for the best may look at before it answers `proven: false`. */
  readonly nodeBudget?: number;
}

export const NODE_BUDGET = 20_000;

/** Prices a basket. Pure: the same basket, offers and facts give the same quote, in whatever order they come. */
export function price(
  basket: Basket,
  offers: readonly Offer[],
  facts: PricingFacts,
  options: PriceOptions = {},
): Quote {
  const situation = situationOf(basket, facts);
  const { candidates, ineligible } = whatCanApply(offers, situation, options);
  const choice = choose(candidates, situation, options.nodeBudget ?? NODE_BUDGET);
  const walk = applyInOrder(choice.chosen, situation);
  const refused = [...refusalsOf(candidates, choice, walk, situation), ...ineligible];
  const quote = quoteOf(situation, walk, refused, choice.proven);
  assertQuote(quote, situation);
  return quote;
}

interface WhatCanApply {
  readonly candidates: readonly Candidate[];
  readonly ineligible: readonly RefusedOffer[];
}

/** Keeps the offers that can apply, in order; what falls away is remembered with its reason. */
function whatCanApply(offers: readonly Offer[], situation: Situation, options: PriceOptions): WhatCanApply {
  const candidates: Candidate[] = [];
  const fallen: (RefusedOffer & { readonly candidate: Candidate })[] = [];
  for (const offer of offers) {
    const candidate = candidateOf(offer, options.kinds ?? REGISTERED, situation);
    const touches = candidate.lines.length > 0;
    if (!touches && (options.explain ?? 'touching') !== 'all') continue;
    const reason =
      ineligibility(offer, candidate.kind, situation.basket, situation.facts) ?? (touches ? undefined : NO_LINE);
    if (reason) fallen.push({ candidate, offer: offer.id, kind: offer.kind, ...reason });
    else candidates.push(candidate);
  }
  fallen.sort((a, b) => compareCandidates(a.candidate, b.candidate));
  return {
    candidates: candidates.sort(compareCandidates),
    ineligible: fallen.map(({ candidate, ...refused }) => refused),
  };
}

const NO_LINE = { reason: 'no-eligible-line', facts: {} } as const;
