import type { Basket, BasketLine } from './basket.js';
import type { Promotion } from './goldenCase.js';
import type { Given } from './outcome.js';

/** The running prices at one point of the chain. Never changed; each promotion that gives something makes new ones. */
export interface Prices {
  readonly running: ReadonlyMap<string, bigint>;
  /** Lines closed by a line-exclusive promotion, in the order of closing, with the prices on which it was taken. */
  readonly closed: ReadonlyMap<string, Prices>;
  readonly delivery: bigint;
  readonly pointsLeft: bigint;
  /** Discounts so far that count towards the store's greatest discount. */
  readonly counted: bigint;
}

export function listPrices(basket: Basket): Prices {
  return {
    running: new Map(basket.lines.map((line) => [line.id, line.list])),
    closed: new Map(),
    delivery: BigInt(basket.input.shipping ?? 0),
    pointsLeft: BigInt(basket.input.customer?.points ?? 0),
    counted: 0n,
  };
}

export function runningOf(prices: Prices, line: BasketLine): bigint {
  const running = prices.running.get(line.id);
  if (running === undefined) throw new Error(`no price for line ${line.id}`);
  return running;
}

export function roomOf(prices: Prices, line: BasketLine): bigint {
  return runningOf(prices, line) - line.floor;
}

/** Flash prices, delivery and points are no part of what the store limits. */
export function countsTowardsLimit(promotion: Promotion): boolean {
  return promotion.kind !== 'flash-sale' && promotion.kind !== 'points' && promotion.kind !== 'free-shipping';
}

export function pricesAfter(prices: Prices, promotion: Promotion, given: Given): Prices {
  const running = new Map(prices.running);
  const closed = new Map(prices.closed);
  for (const [line, share] of given.shares) {
    running.set(line, (running.get(line) ?? 0n) - share);
    if (closesLines(promotion) && share > 0n) closed.set(line, prices);
  }
  return {
    running,
    closed,
    delivery: prices.delivery - given.delivery,
    pointsLeft: prices.pointsLeft - given.pointsSpent,
    counted: prices.counted + (countsTowardsLimit(promotion) ? given.discount : 0n),
  };
}

function closesLines(promotion: Promotion): boolean {
  return promotion.exclusive === true && promotion.exclusiveScope === 'line';
}

export function isOrderExclusive(promotion: Promotion): boolean {
  return promotion.exclusive === true && promotion.exclusiveScope !== 'line';
}
