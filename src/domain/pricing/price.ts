import { sortInPlace } from '../kernel/sortInPlace.js';
import { assertQuote } from './assertQuote.js';
import type { Basket } from './basket.js';
import { type Candidate, candidateOf, compareCandidates } from './candidate.js';
import { ineligibility } from './eligibility.js';
import type { PricingFacts } from './facts.js';
import { type Kinds, REGISTERED } from './kinds/registry.js';
import type { Offer } from './offer.js';
import { lookUpOffers, type OfferIndex } from './offerIndex.js';
import type { Quote, RefusedOffer } from './quote.js';
import { quoteOf } from './quoting.js';
import { refusalsOf } from './refusals.js';
import { choose } from './selection/choose.js';
import { type Situation, situationOf } from './situation.js';
import { scanOffers, type Touching } from './touching.js';
import { traceOf } from './traceOf.js';
import { applyInOrder } from './walk.js';

export interface PriceOptions {
  /** Which offers are explained: those whose scope touches the basket, or all; `trace` adds every step. */
  readonly explain?: 'touching' | 'all' | 'trace';
  readonly kinds?: Kinds;
  /** How many offers the search for the best may price before it answers `proven: false`. */
  readonly nodeBudget?: number;
}

const BUDGET = 60_000;
/** So many offers are searched with the whole budget; of more, each search step costs more, and fewer are made. */
const BUDGET_OFFERS = 32;

function budgetFor(candidates: readonly Candidate[]): number {
  const share = Math.min(1, BUDGET_OFFERS / Math.max(1, candidates.length));
  return Math.floor(BUDGET * share * share);
}

/** Prices a basket. Pure: the same basket, offers and facts give the same quote, in whatever order they come. */
export function price(
  basket: Basket,
  offers: readonly Offer[],
  facts: PricingFacts,
  options: PriceOptions = {},
): Quote {
  const situation = situationOf(basket, facts);
  const scanned = scanOffers(offers, situation.purchase, options.kinds ?? REGISTERED);
  const explained = options.explain === 'all' ? scanned : scanned.filter(({ lines }) => lines.length > 0);
  return priceTouching(explained, situation, options);
}

/** Prices a basket with compiled offers: the same quote, at the cost of the offers that touch the basket. */
export function priceWith(index: OfferIndex, basket: Basket, facts: PricingFacts, options: PriceOptions = {}): Quote {
  const situation = situationOf(basket, facts);
  const touching = lookUpOffers(index, situation.purchase);
  const explained = options.explain === 'all' ? withUntouching(touching, index) : touching;
  return priceTouching(explained, situation, options);
}

function priceTouching(touching: readonly Touching[], situation: Situation, options: PriceOptions): Quote {
  const { candidates, ineligible } = whatCanApply(touching, situation);
  const choice = choose(candidates, situation, options.nodeBudget ?? budgetFor(candidates));
  const walk = choice.walk ?? applyInOrder(choice.chosen, situation);
  const refused = [...refusalsOf(candidates, choice, walk, situation), ...ineligible];
  const quote = quoteOf(situation, walk, refused, choice.proven);
  assertQuote(quote, walk, situation);
  return options.explain === 'trace' ? { ...quote, trace: traceOf(walk) } : quote;
}

interface WhatCanApply {
  readonly candidates: readonly Candidate[];
  readonly ineligible: readonly RefusedOffer[];
}

const NO_LINE = { reason: 'no-eligible-line', facts: {} } as const;

/** Keeps the offers that can apply, in order; what falls away is remembered with its reason. */
function whatCanApply(touching: readonly Touching[], situation: Situation): WhatCanApply {
  const candidates: Candidate[] = [];
  const ineligible: RefusedOffer[] = [];
  const inOrder = sortInPlace(
    touching.map(({ compiled, lines }) => candidateOf(compiled, lines, situation)),
    compareCandidates,
  );
  for (const candidate of inOrder) {
    const { offer, lines } = candidate;
    const reason =
      ineligibility(candidate, situation.basket, situation.facts) ?? (lines.length > 0 ? undefined : NO_LINE);
    if (reason) ineligible.push({ offer: offer.id, kind: offer.kind, ...reason });
    else candidates.push(candidate);
  }
  return { candidates, ineligible };
}

function withUntouching(touching: readonly Touching[], index: OfferIndex): readonly Touching[] {
  const touched = new Set(touching.map(({ compiled }) => compiled));
  const others = [...index.byId.values()].filter((compiled) => !touched.has(compiled));
  return [...touching, ...others.map((compiled) => ({ compiled, lines: [] }))];
}
