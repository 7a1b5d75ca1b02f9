import { weighedAmount } from '../basket.js';
import { gramsOf, piecesOf } from '../conditions.js';
import type { BuyGetBenefit } from '../goldenCase.js';
import type { OracleGift } from '../oracleResult.js';
import type { Claim, Refusal } from '../outcome.js';
import { missing } from '../outcome.js';
import { smallest } from '../rational.js';
import type { BuyGet } from './giftInBasket.js';
import { notMet, sizeOf, unitOf } from './giftInBasket.js';
import type { View } from './view.js';

/** Gifts that join the basket as lines of their own; every line in scope buys. */
export function giftAdded(view: View, { buy, get, benefit }: BuyGet): Claim | Refusal {
  const bought = unitOf(buy) === 'grams' ? gramsOf(view.lines) : piecesOf(view.lines);
  const fits = bought / sizeOf(buy);
  if (fits === 0n) return notMet(buy, sizeOf(buy) - bought);
  const times = benefit.repeat === true ? fits : 1n;
  const most = benefit.maxFree === undefined ? undefined : BigInt(benefit.maxFree);
  // With whole gifts `maxFree` is rounded down to whole gifts.
  const limit = most === undefined || view.basket.policies.partGift ? most : (most / sizeOf(get)) * sizeOf(get);
  const free = smallest(times * sizeOf(get), limit);
  const claim: Claim = { gives: true, added: addedGift(view, get.sku, unitOf(get), free, get.unitPrice) };
  const isMore = benefit.repeat === true && (limit === undefined || free + sizeOf(get) <= limit);
  return isMore ? { ...claim, nextRung: missing(unitOf(buy), (fits + 1n) * sizeOf(buy) - bought) } : claim;
}

/** Highest step as often as it fits, then lower steps on the rest; without `greedy` the highest step reached, once. */
export function giftLadder(view: View, benefit: BuyGetBenefit): Claim | Refusal {
  const ladder = [...(benefit.ladder ?? [])].sort((a, b) => b.buy - a.buy);
  const bought = piecesOf(view.lines);
  let rest = bought;
  let free = 0n;
  const stepGaps: bigint[] = [];
  for (const { buy, get } of ladder) {
    const fits = rest / BigInt(buy);
    const times = benefit.repeat === 'greedy' ? fits : smallest(fits, free > 0n ? 0n : 1n);
    free += times * BigInt(get);
    rest -= times * BigInt(buy);
    stepGaps.push(BigInt(buy) - rest);
  }
  if (free === 0n) return notMet({ quantity: 1 }, BigInt(ladder.at(-1)?.buy ?? 0) - bought);
  const claim: Claim = { gives: true, added: addedGift(view, benefit.sku, 'quantity', free, benefit.unitPrice) };
  // Greedily, the first number of pieces at which one more step of any height fits; else the next higher step.
  const gaps = benefit.repeat === 'greedy' ? stepGaps : ladder.map(({ buy }) => BigInt(buy) - bought).filter(isAhead);
  const [nearest] = gaps.sort((a, b) => (a < b ? -1 : 1));
  return nearest === undefined ? claim : { ...claim, nextRung: missing('quantity', nearest) };
}

function isAhead(gap: bigint): boolean {
  return gap > 0n;
}

/** Without a `sku` the gift is more of the good bought, that is of the first line in scope; it has no stated value. */
function addedGift(
  view: View,
  sku: string | undefined,
  unit: 'quantity' | 'grams',
  free: bigint,
  unitPrice: number | undefined,
): Omit<OracleGift, 'promotion'> {
  const gift = { sku: sku ?? view.lines[0]?.golden.sku ?? '', [unit]: Number(free) };
  if (unitPrice === undefined) return gift;
  const value = unit === 'grams' ? weighedAmount(unitPrice, free) : BigInt(unitPrice) * free;
  return { ...gift, value: Number(value) };
}
