import type { BasketLine } from '../basket.js';
import { linesInScope } from '../basket.js';
import type { Amount, BuyGetBenefit, Get } from '../goldenCase.js';
import type { Shortfall } from '../oracleResult.js';
import type { Claim, FreePart, Refusal } from '../outcome.js';
import { missing, refusal } from '../outcome.js';
import { Unsupported } from '../policies.js';
import { runningOf } from '../prices.js';
import { roundHalfUp } from '../rational.js';
import type { Countable } from './cheapestFirst.js';
import { byGiftChoice, inGrams, inPieces, totalCount } from './cheapestFirst.js';
import type { Pools } from './mostFree.js';
import { mostFree } from './mostFree.js';
import type { View } from './view.js';
import { partOf } from './view.js';

export interface BuyGet {
  readonly buy: Amount;
  readonly get: Get;
  readonly benefit: BuyGetBenefit;
}

/** Gifts among the lines of the basket: of `get.scope`, else of the promotion's own scope. */
export function giftInBasket(view: View, terms: BuyGet): Claim | Refusal {
  const { buy, get, benefit } = terms;
  const candidates = giftLines(view, get);
  const buyers = view.lines;
  const inBoth = candidates.filter((line) => buyers.includes(line));
  if (unitOf(buy) !== unitOf(get) && inBoth.length > 0)
    throw new Unsupported('a line that buys in one unit and is given in the other');
  const count = (lines: readonly BasketLine[], unit: Amount): bigint => totalCount(countablesOf(lines, unit));
  const pools: Pools = {
    both: count(inBoth, get),
    onlyBuys: count(buyers, buy) - count(inBoth, buy),
    onlyGiven: count(candidates, get) - count(inBoth, get),
  };
  const sizes = { buy: sizeOf(buy), get: sizeOf(get) };
  const { free, times } = mostFree(pools, sizes, {
    repeat: benefit.repeat === true,
    partGift: view.basket.policies.partGift,
    maxFree: benefit.maxFree === undefined ? undefined : BigInt(benefit.maxFree),
  });
  if (free === 0n) return shortOf(view, terms, pools);
  const next = free + (view.basket.policies.partGift ? 1n : sizes.get);
  const isMore = benefit.repeat === true && (benefit.maxFree === undefined || next <= BigInt(benefit.maxFree));
  const spare = pools.onlyBuys + pools.both - times * sizes.buy;
  const claim = freeParts(view, byGiftChoice(view, countablesOf(candidates, get)), get, free, { inBoth, spare });
  return isMore ? { ...claim, nextRung: lacking(next, terms, pools) } : claim;
}

/** Candidates of another scope come from all open lines. */
function giftLines(view: View, get: Get): readonly BasketLine[] {
  if (get.scope === undefined) return view.lines;
  return linesInScope(view.basket.lines, get.scope).filter((line) => !view.prices.closed.has(line.id));
}

/** Takes the free pieces in order of choice; of the lines that buy as well, only what no purchase needs. */
function freeParts(
  view: View,
  candidates: readonly Countable[],
  get: Get,
  free: bigint,
  shared: { inBoth: readonly BasketLine[]; spare: bigint },
): Claim {
  const byLine = new Map<string, bigint>();
  const parts: FreePart[] = [];
  let { spare } = shared;
  let left = free;
  for (const { line, count, of } of candidates) {
    const buysToo = shared.inBoth.includes(line);
    const available = buysToo && spare < count ? spare : count;
    const taken = available < left ? available : left;
    if (taken === 0n) continue;
    left -= taken;
    if (buysToo) spare -= taken;
    byLine.set(line.id, roundHalfUp(partOf(runningOf(view.prices, line), taken, of)));
    parts.push({ line: line.id, [unitOf(get)]: Number(taken) });
  }
  return { gives: true, byLine, freeParts: parts };
}

/** What it takes for the first gift; with everything in the basket `maxFree` alone leaves none. */
function shortOf(view: View, terms: BuyGet, pools: Pools): Claim | Refusal {
  const gap = lacking(view.basket.policies.partGift ? 1n : sizeOf(terms.get), terms, pools);
  if ((gap.quantity ?? gap.grams ?? 0) <= 0) return { gives: true };
  return refusal(gap.grams === undefined ? 'quantity-not-met' : 'weight-not-met', gap);
}

/**
 * How much more it takes until so much is free: what must be bought and what is to be given, together when both are
 * counted in one unit. In two units only one can be named: first what must be bought.
 */
function lacking(wanted: bigint, { buy, get }: BuyGet, pools: Pools): Shortfall {
  const mustBuy = ((wanted + sizeOf(get) - 1n) / sizeOf(get)) * sizeOf(buy);
  const bought = pools.both + pools.onlyBuys;
  const toBuy = mustBuy > pools.onlyBuys ? mustBuy - pools.onlyBuys : 0n;
  const toGive = wanted > pools.onlyGiven ? wanted - pools.onlyGiven : 0n;
  if (unitOf(buy) === unitOf(get)) return missing(unitOf(buy), toBuy + toGive - pools.both);
  return bought < mustBuy ? missing(unitOf(buy), mustBuy - bought) : missing(unitOf(get), toGive);
}

export function notMet(unit: Amount, by: bigint): Refusal {
  const kind = unitOf(unit);
  return refusal(kind === 'grams' ? 'weight-not-met' : 'quantity-not-met', missing(kind, by));
}

export function unitOf(amount: Amount): 'quantity' | 'grams' {
  return amount.grams === undefined ? 'quantity' : 'grams';
}

export function sizeOf(amount: Amount): bigint {
  return BigInt(amount.grams ?? amount.quantity ?? 0);
}

function countablesOf(lines: readonly BasketLine[], amount: Amount): Countable[] {
  return unitOf(amount) === 'grams' ? inGrams(lines) : inPieces(lines);
}
