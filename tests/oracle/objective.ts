import type { Promotion } from './goldenCase.js';
import type { Given } from './outcome.js';
import type { Prices } from './prices.js';

export interface Application {
  readonly promotion: Promotion;
  readonly given: Given;
}

/** To pay, delivery included, less the stated value of added gifts. */
export function customerCost(prices: Prices, applied: readonly Application[]): bigint {
  const gifts = applied.flatMap(({ given }) => given.gifts);
  return toPay(prices) - gifts.reduce((sum, gift) => sum + BigInt(gift.value ?? 0), 0n);
}

export function toPay(prices: Prices): bigint {
  return goodsToPay(prices) + prices.delivery;
}

export function goodsToPay(prices: Prices): bigint {
  return [...prices.running.values()].reduce((sum, each) => sum + each, 0n);
}
