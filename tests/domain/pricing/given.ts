import type { Basket, PricedLine } from '../../../src/domain/pricing/basket.js';
import type { PricingFacts } from '../../../src/domain/pricing/facts.js';
import type { Offer } from '../../../src/domain/pricing/offer.js';
import { DEFAULT_POLICIES, type Policies } from '../../../src/domain/pricing/policies.js';

export function aLine(line: Partial<PricedLine> & { readonly id: string }): PricedLine {
  return { sku: line.id.toUpperCase(), categories: [], tags: [], unitPrice: 1000, ...line };
}

export function basketOf(
  lines: readonly (Partial<PricedLine> & { readonly id: string })[],
  of: Partial<Basket> = {},
): Basket {
  return { lines: lines.map(aLine), buyer: {}, orderMode: 'normal', delivery: 0, coupons: [], ...of };
}

export function anOffer(offer: Partial<Offer>): Offer {
  return {
    id: 'p1',
    kind: 'fixed-amount',
    ruleVersion: 1,
    benefit: { amountOff: 100 },
    scope: { store: true },
    ...offer,
  };
}

export function factsOf(policies: Partial<Policies> = {}, facts: Partial<PricingFacts> = {}): PricingFacts {
  return {
    at: '2026-11-22T12:00:00.000Z',
    local: {},
    policies: { ...DEFAULT_POLICIES, selection: 'priority', ...policies },
    ...facts,
  };
}
