import type { Basket } from './basket.js';
import { linesInScope } from './basket.js';
import type { GoldenCustomer, Promotion } from './goldenCase.js';
import type { Refusal } from './outcome.js';
import { refusal } from './outcome.js';
import type { Prices } from './prices.js';
import { isInSchedule } from './schedule.js';

/** Reasons that hold whatever the prices are, in the order in which the README names them. */
export function ineligible(basket: Basket, prices: Prices, promotion: Promotion): Refusal | undefined {
  const { input } = basket;
  const when = promotion.when ?? {};
  const orderNumber = orderNumberOf(input.customer);
  if (promotion.enabled === false) return refusal('disabled');
  if (!isInSchedule(when, input.at)) return refusal('outside-window');
  if (lacks(when.channels, input.channel)) return refusal('wrong-channel');
  // A promotion that names no order mode applies in each of them.
  if (lacks(when.orderModes, input.orderMode ?? 'normal')) return refusal('wrong-order-mode');
  if (lacks(when.tiers, input.customer?.tier)) return refusal('wrong-tier');
  if (when.orderNumber !== undefined && when.orderNumber !== orderNumber) return refusal('order-number');
  if (when.newCustomer === true && orderNumber !== 1) return refusal('not-new-customer');
  if (promotion.kind === 'points' && prices.pointsLeft <= 0n) return refusal('no-points');
  if (linesInScope(basket.lines, promotion.scope).length === 0) return refusal('no-eligible-line');
  return undefined;
}

function lacks(allowed: readonly string[] | undefined, actual: string | undefined): boolean {
  return allowed !== undefined && (actual === undefined || !allowed.includes(actual));
}

function orderNumberOf(customer: GoldenCustomer | undefined): number | undefined {
  if (customer?.orderNumber !== undefined) return customer.orderNumber;
  const orders = customer?.orders;
  return orders === undefined ? undefined : orders.placed - (orders.cancelled ?? 0) + 1;
}
