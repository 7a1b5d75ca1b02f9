import { v5 } from 'uuid';
import { allowancesOf, type OfferUse, type Take } from '../../domain/allowance/takes.js';
import { compareIds } from '../../domain/kernel/ids.js';
import type { Limits } from '../../domain/pricing/limits.js';

/** The namespace of customers' allowances, a UUID made for this; it must never change. */
const NAMESPACE = '0f6f1c52-6c0e-4a38-8f4b-7e1d92b5c9a3';

/** `by.` and 32 hex digits: a customer's and a promotion's id together may be longer than a stream's. */
export function customerAllowanceId(promotion: string, customer: string): string {
  return `by.${v5(`${promotion}\n${customer}`, NAMESPACE).replaceAll('-', '')}`;
}

/** What an order has to hold for one offer that applied to it; see `allowancesOf`. */
export function takesOfOffer(promotion: string, revision: number, limits: Limits, use: OfferUse): readonly Take[] {
  return allowancesOf(promotion, revision, limits, use, customerAllowanceId);
}

/** The allowances a promotion can have that know a customer, in the order of ids. */
export function allowanceIdsOf(promotion: string, customer: string): readonly string[] {
  return [
    `${promotion}.uses`,
    `${promotion}.stock`,
    `${promotion}.budget`,
    customerAllowanceId(promotion, customer),
  ].sort(compareIds);
}
