import type { RejectionFacts } from '../kernel/rejection.js';
import type { Explain, Nothing } from './calculation.js';

const NO_FACTS: Explain<RejectionFacts> = () => ({});

export function belowAmount(missing: number, facts: Explain<RejectionFacts>): Nothing {
  return { gives: 'nothing', reason: 'threshold-not-met', shortfall: { amount: missing }, facts };
}

export function belowQuantity(missing: number, facts: Explain<RejectionFacts>): Nothing {
  return { gives: 'nothing', reason: 'quantity-not-met', shortfall: { quantity: missing }, facts };
}

export function belowGrams(missing: number, facts: Explain<RejectionFacts>): Nothing {
  return { gives: 'nothing', reason: 'weight-not-met', shortfall: { grams: missing }, facts };
}

/** Floor or zero is reached, or the amount rounds to 0. */
export function noRoom(facts: Explain<RejectionFacts> = NO_FACTS): Nothing {
  return { gives: 'nothing', reason: 'no-room', facts };
}
