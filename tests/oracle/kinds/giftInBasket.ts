import type { BasketLine } from '../basket.js';
import { linesInScope } from '../basket.js';
import type { Amount, BuyGetBenefit, Get } from '../goldenCase.js';
import type { Claim, FreePart, Refusal } from '../outcome.js';
import { missing, refusal } from '../outcome.js';
import { Unsupported } from '../policies.js';
import { runningOf } from '../prices.js';
import { roundHalfUp, smallest } from '../rational.js';
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
  const spare = pools.onlyBuys + pools.both - times * sizes.buy;
  return freeParts(view, byGiftChoice(view, countablesOf(candidates, get)), get, free, { inBoth, spare });
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

/** What is missing for the first gift; with a scope of its own for the gift, first what must be bought. */
function shortOf(view: View, { buy, get }: BuyGet, pools: Pools): Refusal {
  const bought = pools.both + pools.onlyBuys;
  const wanted = view.basket.policies.partGift ? 1n : sizeOf(get);
  if (bought < sizeOf(buy)) {
    return notMet(buy, get.scope === undefined ? sizeOf(buy) + wanted - bought : sizeOf(buy) - bought);
  }
  const needed = wanted - pools.onlyGiven - smallest(pools.both, bought - sizeOf(buy));
  // With everything in the basket the gift is refused by `maxFree` alone.
  return needed > 0n ? notMet(get, needed) : refusal('no-room');
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
