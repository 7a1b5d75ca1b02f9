import type { AppliedOffer, Gift, Quote } from '../pricing/quote.js';
import { type StepAhead, stepOf } from './stepAhead.js';

type Priced = Pick<Quote, 'applied' | 'refused' | 'gifts'>;

/** Whether a basket that was added to has reached the step that was ahead of it before. */
export function isReached(step: StepAhead, before: Priced, after: Priced): boolean {
  const now = after.applied.find(({ offer }) => offer === step.offer);
  if (!now) return false;
  const was = before.applied.find(({ offer }) => offer === step.offer);
  if (!was) return true;
  const next = stepOf(after, step.offer);
  return (
    !next ||
    sayOf(next.gives) !== sayOf(step.gives) ||
    givesAnother(step, was, now) ||
    giftsOf(step, after) > giftsOf(step, before)
  );
}

// One that repeats (every ¥30) promises the same again: it has given one more.
function givesAnother({ gives }: StepAhead, was: AppliedOffer, now: AppliedOffer): boolean {
  const { amountOff } = gives;
  return typeof amountOff === 'number' && now.amount - was.amount >= amountOff;
}

function giftsOf({ offer }: StepAhead, { gifts }: Priced): number {
  return gifts.filter((gift) => gift.offer === offer).reduce((sum, gift) => sum + sizeOf(gift), 0);
}

function sizeOf({ quantity = 0, grams = 0, points = 0 }: Gift): number {
  return quantity + grams + points;
}

function sayOf(gives: StepAhead['gives']): string {
  return JSON.stringify(gives);
}
