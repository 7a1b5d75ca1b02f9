import { compareIds } from '../kernel/ids.js';
import type { Fen } from '../kernel/money.js';
import { Rejection } from '../kernel/rejection.js';
import type { Limits } from '../pricing/limits.js';
import type { AllowanceTerms } from './events.js';

/** What an order uses of one offer that applied to it. */
export interface OfferUse {
  readonly customer?: string | undefined;
  /** What the offer gives, delivery included. */
  readonly gave: Fen;
  /** Pieces or grams at the offer's price, where it has a stock. */
  readonly quantity?: number | undefined;
}

/** A part of one allowance that an order has to hold. */
export interface Take {
  /** Local id of the allowance. */
  readonly allowance: string;
  readonly amount: number;
  /** What the promotion says of it: opens or adjusts an allowance that does not know this revision yet. */
  readonly terms: AllowanceTerms;
}

/** The local id of the allowance of one customer; made outside, because it hashes. */
export type CustomerAllowanceId = (promotion: string, customer: string) => string;

/**
 * What an order has to hold for one offer, in the order of allowance ids, in which holds are always taken.
 * Limits of a customer go with the shared uses where there are such, so that one decision judges both; else each
 * customer has an allowance of its own.
 * @throws Rejection CUSTOMER_NEEDED for a guest where each customer has a limit.
 */
export function allowancesOf(
  promotion: string,
  revision: number,
  limits: Limits,
  use: OfferUse,
  customerAllowanceId: CustomerAllowanceId,
): readonly Take[] {
  const source = { promotion, revision };
  const takes: Take[] = [];
  const customerLimits = {
    ...(limits.perCustomer !== undefined && { perCustomer: limits.perCustomer }),
    ...(limits.perCustomerDay !== undefined && { perCustomerDay: limits.perCustomerDay }),
  };
  const isPerCustomer = Object.keys(customerLimits).length > 0;
  if (isPerCustomer && use.customer === undefined) throw needsCustomer(promotion);

  if (limits.maxUses !== undefined) {
    const terms = { unit: 'uses', total: limits.maxUses, ...customerLimits, source } as const;
    takes.push({ allowance: `${promotion}.uses`, amount: 1, terms });
  } else if (isPerCustomer) {
    const terms = { unit: 'uses', total: null, ...customerLimits, source } as const;
    takes.push({ allowance: customerAllowanceId(promotion, use.customer!), amount: 1, terms });
  }
  if (limits.budget !== undefined && use.gave > 0) {
    const terms = { unit: 'money', total: limits.budget, source } as const;
    takes.push({ allowance: `${promotion}.budget`, amount: use.gave, terms });
  }
  if (limits.stock !== undefined && (use.quantity ?? 0) > 0) {
    const terms = { unit: 'stock', total: limits.stock, source } as const;
    takes.push({ allowance: `${promotion}.stock`, amount: use.quantity!, terms });
  }
  return takes.sort((a, b) => compareIds(a.allowance, b.allowance));
}

/** A guest has no count to hold against a limit. */
export function needsCustomer(promotion: string): Rejection {
  return new Rejection('CUSTOMER_NEEDED', 'Each customer may use this offer so often: it takes a customer.', {
    promotion,
  });
}
