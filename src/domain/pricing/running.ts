import type { Fen } from '../kernel/money.js';
import type { Given } from './attempt.js';
import type { Candidate } from './candidate.js';
import type { Line } from './purchase.js';
import type { Situation } from './situation.js';

/** Where pricing stands after some offers. Never changed: the search goes on from the same place many times. */
export interface Running {
  /** By `line.at`. */
  readonly prices: readonly Fen[];
  /** Lines closed to later offers, by `line.at`; undefined while none is. */
  readonly closed: readonly boolean[] | undefined;
  readonly goods: Fen;
  readonly delivery: Fen;
  /** Points the customer chose to use and no offer has used yet. */
  readonly points: number;
  /** Discount that counts towards the store's greatest. */
  readonly counted: Fen;
  /** Stated value of added gifts. */
  readonly gifts: Fen;
}

export function runningAtList({ purchase, basket }: Situation): Running {
  return {
    prices: purchase.lines.map((line) => line.list),
    closed: undefined,
    goods: purchase.list,
    delivery: basket.delivery,
    points: basket.buyer.points ?? 0,
    counted: 0,
    gifts: 0,
  };
}

/** What the customer's best is measured by: to pay, delivery included, less the stated value of added gifts. */
export function objective(running: Running): Fen {
  return running.goods + running.delivery - running.gifts;
}

export function after(running: Running, candidate: Candidate, given: Given): Running {
  return {
    prices: given.amount > 0 ? lowered(running.prices, given) : running.prices,
    closed: candidate.offer.stacking?.exclusive === 'line' ? closing(running, given) : running.closed,
    goods: running.goods - given.amount,
    delivery: running.delivery - given.delivery,
    points: running.points - given.points,
    counted: running.counted + (candidate.kind.countsAsDiscount ? given.amount : 0),
    gifts: running.gifts + given.giftValue,
  };
}

export function isOpenLine(line: Line, closed: Running['closed']): boolean {
  return closed === undefined || !closed[line.at];
}

function lowered(prices: readonly Fen[], given: Given): Fen[] {
  const next = prices.slice();
  for (let i = 0; i < given.lines.length; i++) next[given.lines[i]!.at]! -= given.shares[i]!;
  return next;
}

function closing(running: Running, given: Given): boolean[] {
  const closed = running.closed?.slice() ?? running.prices.map(() => false);
  given.lines.forEach((line, index) => {
    if (given.shares[index]! > 0) closed[line.at] = true;
  });
  return closed;
}
