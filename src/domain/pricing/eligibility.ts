import type { RejectionFacts } from '../kernel/rejection.js';
import { scheduleAt } from '../kernel/schedule.js';
import type { Basket } from './basket.js';
import type { CompiledOffer } from './compiledOffer.js';
import type { PricingFacts } from './facts.js';
import type { Kind } from './kinds/defineKind.js';
import type { Offer } from './offer.js';
import type { Reason } from './quote.js';

/** Why an offer cannot apply whatever is in the basket. */
export interface Ineligible {
  readonly reason: Reason;
  readonly facts: RejectionFacts;
}

type Rule = (offer: Offer, kind: Kind, basket: Basket, facts: PricingFacts) => Ineligible | undefined;

const isOpen: Rule = ({ schedule }, _kind, _basket, { at, local }) => {
  if (!schedule) return undefined;
  const answer = scheduleAt(schedule, at, schedule.recurrence && local[schedule.recurrence.zone]);
  if (answer.open) return undefined;
  const { open, ...opening } = answer;
  return { reason: 'outside-window', facts: opening };
};

const isOnChannel: Rule = ({ channels }, _kind, { channel }) =>
  !channels || (channel !== undefined && channels.includes(channel))
    ? undefined
    : { reason: 'wrong-channel', facts: { needs: channels } };

const isForOrderMode: Rule = ({ orderModes }, _kind, { orderMode }) =>
  !orderModes || orderModes.includes(orderMode)
    ? undefined
    : { reason: 'wrong-order-mode', facts: { needs: orderModes } };

const isForTier: Rule = ({ audience }, _kind, { buyer }) =>
  !audience?.tiers || (buyer.tier !== undefined && audience.tiers.includes(buyer.tier))
    ? undefined
    : { reason: 'wrong-tier', facts: { needs: audience.tiers } };

const isForSegment: Rule = ({ audience }, _kind, { buyer }) =>
  !audience?.segments || audience.segments.some((segment) => buyer.segments?.includes(segment))
    ? undefined
    : { reason: 'wrong-segment', facts: { needs: audience.segments } };

const isForOrderNumber: Rule = ({ audience }, _kind, { buyer }) =>
  audience?.orderNumber === undefined || audience.orderNumber === buyer.orderNumber
    ? undefined
    : { reason: 'order-number', facts: { needs: audience.orderNumber, orderNumber: buyer.orderNumber ?? null } };

const isForNewOrKnownCustomer: Rule = ({ audience }, _kind, { buyer }) => {
  if (audience?.newCustomer === undefined) return undefined;
  const isNew = buyer.orderNumber === undefined ? undefined : buyer.orderNumber === 1;
  if (isNew === audience.newCustomer) return undefined;
  return {
    reason: audience.newCustomer ? 'not-new-customer' : 'order-number',
    facts: { needs: audience.newCustomer ? 1 : 2, orderNumber: buyer.orderNumber ?? null },
  };
};

const isChosen: Rule = ({ coupon, id }, _kind, { coupons }) =>
  !coupon || coupons.includes(id) ? undefined : { reason: 'not-chosen', facts: {} };

const hasPoints: Rule = (_offer, kind, { buyer }) =>
  !kind.spendsPoints || (buyer.points ?? 0) > 0 ? undefined : { reason: 'no-points', facts: {} };

/** Every rule, in the order in which reasons are named when several hold. A new rule is one function and one line. */
const RULES: readonly Rule[] = [
  isOpen,
  isOnChannel,
  isForOrderMode,
  isForTier,
  isForSegment,
  isForOrderNumber,
  isForNewOrKnownCustomer,
  isChosen,
  hasPoints,
];

/** The first rule that does not hold, or nothing. */
export function ineligibility(
  { offer, kind, isRestricted }: CompiledOffer,
  basket: Basket,
  facts: PricingFacts,
): Ineligible | undefined {
  if (!isRestricted) return undefined;
  for (const rule of RULES) {
    const unmet = rule(offer, kind, basket, facts);
    if (unmet) return unmet;
  }
  return undefined;
}
