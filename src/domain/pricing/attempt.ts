import { allocate } from '../kernel/allocate.js';
import type { Fen } from '../kernel/money.js';
import type { Added, Delivery, Explained, Goods, Nothing, Parts, Sum, Yield } from './calculation.js';
import type { Candidate } from './candidate.js';
import { unmetCondition } from './conditions.js';
import { noRoom } from './nothing.js';
import type { Line } from './purchase.js';
import type { Gift } from './quote.js';
import { isOpenLine, type Running } from './running.js';
import { cutToRoom, shareByRunningPrice, sumWithinRoom, totalRoom } from './share.js';
import type { Situation } from './situation.js';

/** What an offer gave. */
export interface Given {
  readonly gives: 'something';
  readonly lines: readonly Line[];
  /** Share of each of `lines`. */
  readonly shares: readonly Fen[];
  /** Sum of the shares. */
  readonly amount: Fen;
  /** As reckoned, before cap, greatest discount and room. */
  readonly reckoned: Fen;
  readonly ungiven: Fen;
  readonly delivery: Fen;
  /** Points of the customer that it used as money. */
  readonly points: number;
  readonly gifts: readonly Gift[];
  readonly giftValue: Fen;
  readonly explained: Explained;
}

export type Outcome = Given | Nothing;

const NO_GIFTS: readonly Gift[] = [];
const NO_LINES: readonly Line[] = [];
const NO_SHARES: readonly Fen[] = [];
const NO_POINTS: Nothing = { gives: 'nothing', reason: 'no-points', facts: () => ({}) };
const NO_ELIGIBLE_LINE: Nothing = { gives: 'nothing', reason: 'no-eligible-line', facts: () => ({}) };

/**
 * What an offer gives where pricing stands: condition → amount, rounded → own cap → greatest discount → shares within
 * room. `won` restricts what it acts on to the lines its group left to it; its conditions count the whole scope.
 */
export function attempt(candidate: Candidate, running: Running, situation: Situation, won?: readonly Line[]): Outcome {
  const all = goodsOf(candidate, running);
  const goods = won ? restricted(all, won) : all;
  const result = reckon(candidate, running, all, goods);
  if (result.gives === 'nothing' && result.reason !== 'no-room') return result;
  return usedUp(candidate) ?? withinBudget(candidate, given(result, candidate, goods, running, situation));
}

/** What it would give, as one sum; or why nothing. As `attempt` says, without sharing it over lines. */
export function worthOf(candidate: Candidate, running: Running, situation: Situation): Fen | Nothing {
  const { remaining } = candidate.setting;
  if (remaining || candidate.offer.alsoGives) {
    const outcome = attempt(candidate, running, situation);
    return outcome.gives === 'nothing' ? outcome : outcome.amount + outcome.delivery + outcome.giftValue;
  }
  const goods = goodsOf(candidate, running);
  const result = reckon(candidate, running, goods, goods);
  switch (result.gives) {
    case 'nothing':
      return result;
    case 'sum': {
      const limit = discountLimit(candidate, running, situation);
      const amount = Math.min(result.amount, limit, totalRoom(goods.lines, goods.prices));
      return amount > 0 ? amount : noRoom(result.facts);
    }
    case 'parts': {
      const limit = discountLimit(candidate, running, situation);
      const amount = Math.min(limit, sumWithinRoom(result.amounts, result.lines, goods.prices));
      return amount > 0 ? amount : noRoom(result.facts);
    }
    case 'added':
      return result.value ?? 0;
    case 'delivery': {
      const amount = Math.min(result.amount, candidate.offer.cap ?? result.amount);
      return amount > 0 ? amount : noRoom(result.facts);
    }
  }
}

/** `worthOf` alone, on list prices. */
export function worthAtList(candidate: Candidate, situation: Situation): Fen | Nothing {
  candidate.worthAtList ??= worthOf(candidate, situation.atList, situation);
  return candidate.worthAtList;
}

// Conditions count all goods in scope; the benefit is of those it acts on.
function reckon(candidate: Candidate, running: Running, all: Goods, acted: Goods): Yield {
  if (candidate.kind.spendsPoints && running.points === 0) return NO_POINTS;
  if (all.lines.length === 0) return NO_ELIGIBLE_LINE;
  const { offer, calculation, setting } = candidate;
  const unmet = unmetCondition(offer.when, all, setting.policies.thresholdBase);
  return unmet ?? calculation.calculate(offer.benefit, acted, settingNow(candidate, running));
}

/** The goods an offer sees where pricing stands. */
export function goodsOf(candidate: Candidate, running: Running): Goods {
  const { lines, giftLines } = candidate;
  const { closed, prices } = running;
  if (!closed) return { lines, counted: lines, giftLines, prices };
  const open = lines.filter((line) => isOpenLine(line, closed));
  return {
    lines: open,
    counted: open,
    giftLines: giftLines === lines ? open : giftLines.filter((line) => isOpenLine(line, closed)),
    prices,
  };
}

function restricted(goods: Goods, won: readonly Line[]): Goods {
  const lines = goods.lines.filter((line) => won.includes(line));
  return { ...goods, lines, giftLines: goods.giftLines.filter((line) => won.includes(line)) };
}

/** What an offer may know where pricing stands: the delivery fee and the points that earlier offers left. */
export function settingNow({ setting }: Candidate, { delivery, points }: Running): Candidate['setting'] {
  const { buyer } = setting;
  if (setting.delivery === delivery && (buyer.points ?? 0) === points) return setting;
  return { ...setting, delivery, buyer: { ...buyer, points } };
}

function given(result: Yield, candidate: Candidate, goods: Goods, running: Running, situation: Situation): Outcome {
  switch (result.gives) {
    case 'nothing':
      return promisesPoints(candidate)
        ? onlyGiven(0, withPoints(NO_GIFTS, candidate, goods), 0, result)
        : noRoom(result.facts);
    case 'sum':
      return summed(result, candidate, goods, running, situation);
    case 'parts':
      return parted(result, candidate, goods, running, situation);
    case 'added':
      return added(result, candidate, goods);
    case 'delivery':
      return delivered(result, candidate, goods);
  }
}

/** What the offer may discount at most: its own cap, and what is left of the store's greatest discount. */
export function discountLimit({ offer, kind }: Candidate, running: Running, situation: Situation): Fen {
  const cap = offer.cap ?? Number.POSITIVE_INFINITY;
  return kind.countsAsDiscount ? Math.min(cap, Math.max(0, situation.greatestDiscount - running.counted)) : cap;
}

function summed(sum: Sum, candidate: Candidate, goods: Goods, running: Running, situation: Situation): Outcome {
  const { lines } = goods;
  const limited = Math.min(sum.amount, discountLimit(candidate, running, situation));
  const shares = shareByRunningPrice(limited, lines, goods.prices);
  const amount = sumOf(shares);
  if (amount === 0 && !promisesPoints(candidate)) return noRoom(sum.facts);
  return {
    gives: 'something',
    lines,
    shares,
    amount,
    reckoned: sum.amount,
    ungiven: limited - amount,
    delivery: 0,
    points: sum.points ?? 0,
    gifts: withPoints(NO_GIFTS, candidate, goods),
    giftValue: 0,
    explained: sum,
  };
}

function parted(parts: Parts, candidate: Candidate, goods: Goods, running: Running, situation: Situation): Outcome {
  const { lines } = parts;
  const shares = cutToRoom(parts.amounts, lines, goods.prices, discountLimit(candidate, running, situation));
  const amount = sumOf(shares);
  if (amount === 0 && !promisesPoints(candidate)) return noRoom(parts.facts);
  const gifts = parts.gifts ? giftsGiven(parts, shares, candidate) : NO_GIFTS;
  return {
    gives: 'something',
    lines,
    shares,
    amount,
    reckoned: sumOf(parts.amounts),
    ungiven: 0,
    delivery: 0,
    points: 0,
    gifts: withPoints(gifts, candidate, goods),
    giftValue: 0,
    explained: parts,
  };
}

function giftsGiven({ lines, gifts = [] }: Parts, shares: readonly Fen[], { offer }: Candidate): readonly Gift[] {
  return gifts
    .filter((gift) => shares[lines.indexOf(gift.line)]! > 0)
    .map(({ line, quantity, grams }) =>
      grams === undefined
        ? { offer: offer.id, line: line.id, quantity: quantity! }
        : { offer: offer.id, line: line.id, grams },
    );
}

function added(result: Added, candidate: Candidate, goods: Goods): Given {
  const { sku, quantity, grams, value } = result;
  const gift: Gift = {
    offer: candidate.offer.id,
    sku,
    ...(quantity !== undefined && { quantity }),
    ...(grams !== undefined && { grams }),
    ...(value !== undefined && { value }),
  };
  return onlyGiven(0, withPoints([gift], candidate, goods), value ?? 0, result);
}

function delivered(result: Delivery, candidate: Candidate, goods: Goods): Outcome {
  const delivery = Math.min(result.amount, candidate.offer.cap ?? result.amount);
  if (delivery === 0 && !promisesPoints(candidate)) return noRoom(result.facts);
  return onlyGiven(delivery, withPoints(NO_GIFTS, candidate, goods), 0, result);
}

/** Nothing of the goods, but delivery or gifts. Written out: what is spread is five times as slow. */
function onlyGiven(delivery: Fen, gifts: readonly Gift[], giftValue: Fen, explained: Explained): Given {
  return {
    gives: 'something',
    lines: NO_LINES,
    shares: NO_SHARES,
    amount: 0,
    reckoned: 0,
    ungiven: 0,
    delivery,
    points: 0,
    gifts,
    giftValue,
    explained,
  };
}

// Conditions hold but nothing finds room: points promised beside the discount are given all the same.
function promisesPoints({ offer }: Candidate): boolean {
  return offer.alsoGives?.points !== undefined && offer.alsoGives.points > 0;
}

// Points beside a discount are shared by running price before it.
function withPoints(gifts: readonly Gift[], { offer }: Candidate, goods: Goods): readonly Gift[] {
  const points = offer.alsoGives?.points ?? 0;
  if (points === 0) return gifts;
  const parts = allocate(
    points,
    goods.lines.map((line) => goods.prices[line.at]!),
  );
  const lineShares = Object.fromEntries(goods.lines.map((line, index) => [line.id, parts[index]!]));
  return [...gifts, { offer: offer.id, points, lineShares }];
}

export function usedUp({ setting: { remaining } }: Candidate): Nothing | undefined {
  if (!remaining) return undefined;
  const facts = () => ({ remaining });
  if (remaining.stock === 0 || remaining.uses === 0) return { gives: 'nothing', reason: 'sold-out', facts };
  if (remaining.customerUses === 0) return { gives: 'nothing', reason: 'customer-limit-reached', facts };
  return remaining.budget === 0 ? { gives: 'nothing', reason: 'budget-exceeded', facts } : undefined;
}

// A budget is not given in part: an order that would exceed it goes without.
function withinBudget({ setting: { remaining } }: Candidate, outcome: Outcome): Outcome {
  if (remaining?.budget === undefined || outcome.gives === 'nothing') return outcome;
  const needs = outcome.amount + outcome.delivery + outcome.giftValue;
  if (needs <= remaining.budget) return outcome;
  return { gives: 'nothing', reason: 'budget-exceeded', facts: () => ({ budget: remaining.budget, wouldGive: needs }) };
}

function sumOf(amounts: readonly Fen[]): Fen {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return sum;
}
