import type { RejectionFacts } from '../kernel/rejection.js';
import type { AppliedOffer, Quote, RefusedOffer, Shortfall } from '../pricing/quote.js';

/** A step a basket has not reached: an offer that does not apply yet, or the next rung of one that does. */
export interface StepAhead {
  readonly offer: string;
  readonly shortfall: Shortfall;
  /** What it would give, as far as the facts say. */
  readonly gives: RejectionFacts;
}

/** The step an offer has ahead of it in a priced basket, if it has one. */
export function stepOf({ applied, refused }: Pick<Quote, 'applied' | 'refused'>, offer: string): StepAhead | undefined {
  const ofApplied = applied.find((one) => one.offer === offer);
  if (ofApplied) return nextRungOf(ofApplied);
  const ofRefused = refused.find((one) => one.offer === offer);
  return ofRefused && missedBy(ofRefused);
}

/** The nearest step: amounts before pieces and weights, the smaller first; of equals the one named first. */
export function nearestStep({ applied, refused }: Pick<Quote, 'applied' | 'refused'>): StepAhead | undefined {
  const steps = [...refused.map(missedBy), ...applied.map(nextRungOf)].filter((step) => step !== undefined);
  return steps.reduce<StepAhead | undefined>((best, step) => (best && !isNearer(step, best) ? best : step), undefined);
}

function isNearer({ shortfall: a }: StepAhead, { shortfall: b }: StepAhead): boolean {
  if (a.amount !== undefined || b.amount !== undefined) return (a.amount ?? Infinity) < (b.amount ?? Infinity);
  if (a.quantity !== undefined || b.quantity !== undefined) return (a.quantity ?? Infinity) < (b.quantity ?? Infinity);
  return (a.grams ?? Infinity) < (b.grams ?? Infinity);
}

function nextRungOf({ offer, nextRung }: AppliedOffer): StepAhead | undefined {
  return nextRung && { offer, ...nextRung };
}

function missedBy({ offer, shortfall, facts }: RefusedOffer): StepAhead | undefined {
  return shortfall && { offer, shortfall, gives: facts };
}
