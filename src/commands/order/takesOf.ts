import { needsCustomer, type Take } from '../../domain/allowance/takes.js';
import { compareIds } from '../../domain/kernel/ids.js';
import { own } from '../../domain/kernel/own.js';
import { Rejection } from '../../domain/kernel/rejection.js';
import { purchaseOf } from '../../domain/pricing/purchase.js';
import type { AppliedOffer, Quote } from '../../domain/pricing/quote.js';
import { customerAllowanceId, takesOfOffer } from '../allowance/takesOfOffer.js';
import type { OfferInForce } from '../offersInForce.js';

import type { Reckoned } from '../quote/reckonQuote.js';
import { FIRST_ORDER_PROMOTION } from './quoteInstead.js';

/** No promotion's id: the allowance of a customer's first order is shared by all offers for new customers. */
const FIRST_ORDER = '*first-order*';
const FIRST_ORDER_SOURCE = { promotion: FIRST_ORDER_PROMOTION, revision: 0 };

/**
 * Everything an order has to hold for the offers that applied to it, in the one order of allowance ids in which holds
 * are always taken. @throws Rejection CUSTOMER_NEEDED, TOO_MANY_LIMITS.
 */
export function takesOf(reckoned: Reckoned, customer: string | null): readonly Take[] {
  const offers = new Map(reckoned.touched.map((offer) => [offer.id, offer]));
  const takes = new Map<string, Take>();
  for (const applied of reckoned.quote.applied) {
    for (const take of takesOfApplied(applied, offers.get(applied.offer)!, reckoned, customer)) {
      takes.set(take.allowance, take);
    }
  }
  if (takes.size > MOST_TAKES) {
    throw new Rejection('TOO_MANY_LIMITS', `An order takes of at most ${MOST_TAKES} allowances.`, {
      takes: takes.size,
    });
  }
  return [...takes.values()].sort((a, b) => compareIds(a.allowance, b.allowance));
}

const MOST_TAKES = 100;

function takesOfApplied(
  applied: AppliedOffer,
  { id, revision, terms }: OfferInForce,
  reckoned: Reckoned,
  customer: string | null,
): readonly Take[] {
  const { limits, audience } = terms;
  const use = { gave: givenBy(applied, reckoned.quote), quantity: coveredBy(applied, reckoned) };
  return [
    ...(limits ? takesOfOffer(id, revision, limits, { ...use, ...(customer !== null && { customer }) }) : []),
    ...(audience?.newCustomer ? [firstOrder(id, customer)] : []),
  ];
}

function firstOrder(promotion: string, customer: string | null): Take {
  if (customer === null) throw needsCustomer(promotion);
  const terms = { unit: 'uses', total: null, perCustomer: 1, source: FIRST_ORDER_SOURCE } as const;
  return { allowance: customerAllowanceId(FIRST_ORDER, customer), amount: 1, terms };
}

function givenBy({ offer, amount, delivery }: AppliedOffer, { gifts }: Quote): number {
  return gifts.reduce((sum, gift) => sum + (gift.offer === offer ? (gift.value ?? 0) : 0), amount + delivery);
}

/** Pieces or grams that really got the price: all of a line, or the part that a limit or the stock covered. */
function coveredBy({ offer, facts }: AppliedOffer, { quote, basket }: Reckoned): number {
  const covered = facts['covered'] as Readonly<Record<string, number>> | undefined;
  const sizes = new Map(purchaseOf(basket).lines.map(({ id, size }) => [id, size]));
  return quote.lines.reduce(
    (sum, { id, shares }) =>
      (own(shares, offer) ?? 0) > 0 ? sum + ((covered && own(covered, id)) ?? sizes.get(id) ?? 0) : sum,
    0,
  );
}
