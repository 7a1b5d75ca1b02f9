import { applyPromotion } from './applyPromotion.js';
import type { Basket } from './basket.js';
import type { Promotion } from './goldenCase.js';
import type { LinePick } from './lineGroups.js';
import { groupsAmong, pickByLine } from './lineGroups.js';
import type { Application } from './objective.js';
import { customerCost } from './objective.js';
import type { Refusal } from './outcome.js';
import { refusal } from './outcome.js';
import type { Prices } from './prices.js';
import { isOrderExclusive, listPrices, pricesAfter } from './prices.js';
import type { Selection } from './selection.js';

/** One way through the promotions. `turn` is the place of the promotion that is to be decided next. */
interface Path {
  readonly turn: number;
  readonly prices: Prices;
  readonly applied: readonly Application[];
  readonly picks: ReadonlyMap<string, LinePick>;
}

/** Every admissible set is priced; none is skipped for looking bad. */
export function bestForCustomer(basket: Basket, ordered: readonly Promotion[]): Selection {
  const start = listPrices(basket);
  const alone = ordered.map((promotion) => ({ promotion, outcome: applyPromotion(basket, start, promotion) }));
  let best: Path = { turn: 0, prices: start, applied: [], picks: new Map() };
  for (const path of allSets(basket, ordered)) {
    if (isBetter(path, best, ordered)) best = path;
  }
  const taken = new Set(best.applied.map(({ promotion }) => promotion.id));
  // What is missing for a threshold is counted on the prices it would meet in the set that was taken: a customer who
  // buys that much more must reach it.
  const missing = (promotion: Promotion, refused: Refusal): Refusal => {
    if (refused.reason !== 'threshold-not-met') return refused;
    const earlier = best.applied.filter((other) => ordered.indexOf(other.promotion) < ordered.indexOf(promotion));
    const prices = earlier.reduce((running, other) => pricesAfter(running, other.promotion, other.given), start);
    const there = applyPromotion(basket, prices, promotion);
    return !there.gives && there.reason === refused.reason ? there : refused;
  };
  // A set is taken on list prices; what would give nothing there says so, all else lost to a better set. (The golden
  // cases that name `selection: priority` although the total is the same under both rest on this: G55a, S06a, S08b.)
  const notApplied = alone.flatMap(({ promotion, outcome }): [string, Refusal][] =>
    taken.has(promotion.id)
      ? []
      : [[promotion.id, outcome.gives ? refusal('lost-to-better') : missing(promotion, outcome)]],
  );
  return { applied: best.applied, prices: best.prices, notApplied: new Map(notApplied) };
}

function* allSets(basket: Basket, ordered: readonly Promotion[]): Generator<Path> {
  const start: Path = { turn: 0, prices: listPrices(basket), applied: [], picks: new Map() };
  const combinable = ordered.filter((promotion) => !isOrderExclusive(promotion));
  for (const promotion of ordered.filter(isOrderExclusive)) {
    const path = take(basket, start, promotion, undefined);
    if (path !== undefined) yield path;
  }
  // The pick in a line group depends on which members are in the set, so that is fixed before the prices are run.
  const rivals = basket.policies.groupScope === 'line' ? [...groupsAmong(combinable).values()].flat() : [];
  for (const absent of subsets(rivals)) {
    const present = combinable.filter((promotion) => !absent.has(promotion));
    yield* continueFrom(basket, present, new Set(rivals), start);
  }
}

/** Leaves each promotion out and takes it in, but for members of line groups, which `present` already decided. */
function* continueFrom(
  basket: Basket,
  present: readonly Promotion[],
  decided: ReadonlySet<Promotion>,
  path: Path,
): Generator<Path> {
  const promotion = present[path.turn];
  if (promotion === undefined) {
    yield path;
    return;
  }
  const picked = withLinePick(basket, present, path, promotion);
  const next = { ...picked, turn: path.turn + 1 };
  const taken = mayJoin(basket, path, promotion) ? take(basket, next, promotion, picked) : undefined;
  // A promotion that would give nothing here changes nothing: the set with it is the set without it.
  if (taken === undefined || !decided.has(promotion)) yield* continueFrom(basket, present, decided, next);
  if (taken === undefined) return;
  if (promotion.stopAfter === true) yield taken;
  else yield* continueFrom(basket, present, decided, taken);
}

/** At most one of a group that is picked for the order. */
function mayJoin(basket: Basket, path: Path, { group }: Promotion): boolean {
  if (group === undefined || basket.policies.groupScope === 'line') return true;
  return path.applied.every(({ promotion }) => promotion.group !== group);
}

function withLinePick(basket: Basket, present: readonly Promotion[], path: Path, { group }: Promotion): Path {
  if (group === undefined || basket.policies.groupScope !== 'line' || path.picks.has(group)) return path;
  const members = groupsAmong(present).get(group);
  if (members === undefined) return path;
  return { ...path, picks: new Map([...path.picks, [group, pickByLine(basket, path.prices, members)]]) };
}

function take(basket: Basket, path: Path, promotion: Promotion, picked: Path | undefined): Path | undefined {
  const pick = promotion.group === undefined ? undefined : picked?.picks.get(promotion.group);
  if (pick?.lost.has(promotion.id) === true) return undefined;
  const given = applyPromotion(basket, path.prices, promotion, pick?.won.get(promotion.id));
  if (!given.gives) return undefined;
  return {
    ...path,
    prices: pricesAfter(path.prices, promotion, given),
    applied: [...path.applied, { promotion, given }],
  };
}

/** Least to pay; then fewer coupons, fewer limited offers, then the first promotion in which they differ. */
function isBetter(path: Path, best: Path, ordered: readonly Promotion[]): boolean {
  const cost = customerCost(path.prices, path.applied) - customerCost(best.prices, best.applied);
  if (cost !== 0n) return cost < 0n;
  const coupons = countOf(path, isCoupon) - countOf(best, isCoupon);
  if (coupons !== 0) return coupons < 0;
  const limited = countOf(path, isLimited) - countOf(best, isLimited);
  if (limited !== 0) return limited < 0;
  const has = (of: Path, promotion: Promotion) => of.applied.some((application) => application.promotion === promotion);
  const first = ordered.find((promotion) => has(path, promotion) !== has(best, promotion));
  return first !== undefined && has(path, first);
}

function countOf(path: Path, is: (promotion: Promotion) => boolean): number {
  return path.applied.filter(({ promotion }) => is(promotion)).length;
}

function isCoupon(promotion: Promotion): boolean {
  return promotion.coupon === true;
}

function isLimited(promotion: Promotion): boolean {
  const { benefit } = promotion;
  return benefit !== undefined && 'limit' in benefit && benefit.limit !== undefined;
}

function* subsets<T>(items: readonly T[]): Generator<Set<T>> {
  const [first, ...others] = items;
  if (first === undefined) {
    yield new Set();
    return;
  }
  for (const rest of subsets(others)) {
    yield rest;
    yield new Set([first, ...rest]);
  }
}
