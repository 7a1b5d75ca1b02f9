import type { Basket, BasketLine } from './basket.js';
import { linesInScope } from './basket.js';
import { unmetCondition } from './conditions.js';
import { ineligible } from './eligibility.js';
import type { Promotion } from './goldenCase.js';
import { claimOf } from './kinds/claimOf.js';
import type { OracleGift } from './oracleResult.js';
import type { Claim, Outcome } from './outcome.js';
import { refusal } from './outcome.js';
import type { Prices } from './prices.js';
import { countsTowardsLimit, roomOf, runningOf } from './prices.js';
import { smallest } from './rational.js';
import { shareByWeight, shareWithinRoom } from './sharing.js';

/** What a promotion gives on certain prices; with `only`, on these lines alone (those it has won in a line group). */
export function applyPromotion(
  basket: Basket,
  prices: Prices,
  promotion: Promotion,
  only?: ReadonlySet<string>,
): Outcome {
  const unfit = ineligible(basket, prices, promotion);
  if (unfit !== undefined) return unfit;
  const inScope = linesInScope(basket.lines, promotion.scope);
  const counted = inScope.filter((line) => !prices.closed.has(line.id));
  const lines = counted.filter((line) => only?.has(line.id) ?? true);
  if (lines.length === 0) return allClosed(basket, prices, promotion, inScope);
  const unmet = unmetCondition(promotion.when, basket, prices, counted);
  if (unmet !== undefined) return unmet;
  const claim = claimOf({ basket, prices, counted, lines }, promotion);
  return claim.gives ? settle(basket, prices, promotion, lines, claim) : claim;
}

/** Judged on the prices on which the last of its lines was closed. */
function allClosed(basket: Basket, prices: Prices, promotion: Promotion, inScope: readonly BasketLine[]): Outcome {
  const closedOn = [...prices.closed].filter(([id]) => inScope.some((line) => line.id === id)).at(-1)?.[1];
  if (closedOn === undefined) return refusal('no-eligible-line');
  const would = applyPromotion(basket, closedOn, promotion);
  return would.gives ? refusal('displaced-by-exclusive') : would;
}

/** Own cap, then the store's greatest discount, then shares within the room of the lines. */
function settle(
  basket: Basket,
  prices: Prices,
  promotion: Promotion,
  lines: readonly BasketLine[],
  claim: Claim,
): Outcome {
  const ceiling = ceilingOf(basket, prices, promotion);
  const wanted = smallest(claim.order ?? 0n, ceiling ?? claim.order ?? 0n);
  const shares =
    claim.byLine === undefined ? orderShares(prices, lines, wanted) : lineShares(basket, prices, claim.byLine, ceiling);
  const discount = sum([...shares.values()]);
  // The text caps "money"; of a delivery fee too, then.
  const delivery = smallest(claim.delivery ?? 0n, promotion.cap === undefined ? undefined : BigInt(promotion.cap));
  const gifts = giftsOf(promotion, prices, lines, claim, shares);
  if (discount === 0n && delivery === 0n && gifts.length === 0) return refusal('no-room');
  return {
    gives: true,
    shares,
    discount,
    ungiven: claim.byLine === undefined ? wanted - discount : 0n,
    delivery,
    pointsSpent: claim.pointsSpent ?? 0n,
    gifts,
    ...(claim.nextRung === undefined ? {} : { nextRung: claim.nextRung }),
  };
}

function ceilingOf(basket: Basket, prices: Prices, promotion: Promotion): bigint | undefined {
  const cap = promotion.cap === undefined ? undefined : BigInt(promotion.cap);
  if (basket.greatestDiscount === undefined || !countsTowardsLimit(promotion)) return cap;
  return smallest(basket.greatestDiscount - prices.counted, cap);
}

function orderShares(prices: Prices, lines: readonly BasketLine[], amount: bigint): Map<string, bigint> {
  const open = lines.filter((line) => roomOf(prices, line) > 0n);
  const sharers = open.map((line) => ({ weight: runningOf(prices, line), room: roomOf(prices, line) }));
  const parts = shareWithinRoom(amount, sharers);
  return new Map(open.map((line, at) => [line.id, parts[at] ?? 0n]));
}

/** Each line is cut to its room; what is above the ceiling is then taken off by largest remainder over the results. */
function lineShares(
  basket: Basket,
  prices: Prices,
  byLine: ReadonlyMap<string, bigint>,
  ceiling: bigint | undefined,
): Map<string, bigint> {
  const lines = basket.lines.filter((line) => byLine.has(line.id));
  const cut = lines.map((line) => {
    const asked = byLine.get(line.id) ?? 0n;
    return asked < 0n ? 0n : smallest(asked, roomOf(prices, line));
  });
  const parts = ceiling !== undefined && sum(cut) > ceiling ? shareByWeight(ceiling, cut) : cut;
  return new Map(lines.map((line, at) => [line.id, parts[at] ?? 0n]));
}

function giftsOf(
  promotion: Promotion,
  prices: Prices,
  lines: readonly BasketLine[],
  claim: Claim,
  shares: ReadonlyMap<string, bigint>,
): OracleGift[] {
  const gifts: OracleGift[] = (claim.freeParts ?? [])
    .filter(({ line }) => (shares.get(line) ?? 0n) > 0n)
    .map((part) => ({ promotion: promotion.id, ...part }));
  const { added } = claim;
  if (added !== undefined && (added.quantity ?? added.grams ?? 0) > 0)
    gifts.push({ promotion: promotion.id, ...added });
  const points = promotion.alsoGives?.points ?? 0;
  // Points come with every promotion whose conditions and steps are met, even when floors leave no discount.
  if (points > 0) gifts.push({ promotion: promotion.id, points, lineShares: pointShares(prices, lines, points) });
  return gifts;
}

function pointShares(prices: Prices, lines: readonly BasketLine[], points: number): Record<string, number> {
  const parts = shareByWeight(
    BigInt(points),
    lines.map((line) => runningOf(prices, line)),
  );
  return Object.fromEntries(lines.map((line, at) => [line.id, Number(parts[at] ?? 0n)]));
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, each) => total + each, 0n);
}
