import type { Fen } from '../kernel/money.js';
import type { Bought, Gone } from './bought.js';
import { keepDiscount } from './keepDiscount.js';
import { allReturned } from './kept.js';
import { pinnedThresholds } from './pinnedThresholds.js';
import { priceOfKept } from './priceOfKept.js';

/**
 * The target of a refund: all that is to be paid back once `gone` has returned, under the policy of the purchase.
 * Below zero the customer owes it. It depends on what is gone alone, not on the steps that led there.
 */
export function paidBack(bought: Bought, gone: Gone): Fen {
  const { returns, actualWeightThreshold } = bought.facts.policies;
  switch (returns) {
    case 'keep-discount':
      return keepDiscount(bought, gone);
    case 're-evaluate':
      return bought.paid.pay - priceOfKept(bought, gone);
    case 're-quote-actual-weight':
      return actualWeightThreshold === 'ordered'
        ? bought.paid.pay - priceWithPinned(bought, gone)
        : bought.paid.pay - priceOfKept(bought, gone);
  }
}

function priceWithPinned(bought: Bought, gone: Gone): Fen {
  const pinned = pinnedThresholds(bought, gone);
  return priceOfKept(pinned.bought, gone, pinned.earned);
}

/** Coupons the customer gets back: once everything has returned, if the shop gives them back at all. */
export function couponsBack(bought: Bought, gone: Gone, applied: readonly string[]): readonly string[] {
  if (bought.facts.policies.couponOnReturn !== 'when-all-returned' || !allReturned(bought, gone)) return [];
  return applied.filter((id) => bought.offers.some((offer) => offer.id === id && offer.coupon));
}
