import { applyPromotion } from './applyPromotion.js';
import type { Basket } from './basket.js';
import type { Promotion } from './goldenCase.js';
import { groupsAmong } from './lineGroups.js';
import type { Application } from './objective.js';
import { customerCost } from './objective.js';
import type { Refusal } from './outcome.js';
import { refusal } from './outcome.js';
import { isOrderExclusive, listPrices, pricesAfter } from './prices.js';
import { priorityChain } from './priorityChain.js';
import type { Selection } from './selection.js';

/** Every promotion in order; an exclusive one that gives something alone, on list prices, is the only one. */
export function byPriority(basket: Basket, ordered: readonly Promotion[]): Selection {
  const alone = ordered.map((promotion) => ({
    promotion,
    outcome: applyPromotion(basket, listPrices(basket), promotion),
  }));
  const exclusive = soleExclusive(basket, alone);
  if (exclusive !== undefined) {
    const others = alone.flatMap(({ promotion, outcome }): [string, Refusal][] =>
      promotion === exclusive.promotion
        ? []
        : [[promotion.id, outcome.gives ? refusal('displaced-by-exclusive') : outcome]],
    );
    const prices = pricesAfter(listPrices(basket), exclusive.promotion, exclusive.given);
    return { applied: [exclusive], prices, notApplied: new Map(others) };
  }
  // An exclusive promotion that gives nothing alone is set aside, even if it could give something later in the chain.
  const setAside = alone.flatMap(({ promotion, outcome }): [string, Refusal][] =>
    !outcome.gives && (isOrderExclusive(promotion) || isUnfit(outcome)) ? [[promotion.id, outcome]] : [],
  );
  const without = new Map(setAside);
  const rest = ordered.filter((promotion) => !without.has(promotion.id));
  const selection = bestOfGroups(basket, rest);
  return { ...selection, notApplied: new Map([...without, ...selection.notApplied]) };
}

/** Reasons that prices cannot change: such promotions are no members of a group. */
function isUnfit({ reason }: Refusal): boolean {
  return !['threshold-not-met', 'quantity-not-met', 'weight-not-met', 'no-room'].includes(reason);
}

function soleExclusive(
  basket: Basket,
  alone: readonly { promotion: Promotion; outcome: ReturnType<typeof applyPromotion> }[],
): Application | undefined {
  let chosen: (Application & { cost: bigint }) | undefined;
  for (const { promotion, outcome } of alone) {
    if (!outcome.gives || !isOrderExclusive(promotion)) continue;
    const application = { promotion, given: outcome };
    const cost = customerCost(pricesAfter(listPrices(basket), promotion, outcome), [application]);
    const better = basket.policies.exclusiveChoice === 'most-valuable' && chosen !== undefined && cost < chosen.cost;
    if (chosen === undefined || better) chosen = { ...application, cost };
  }
  return chosen === undefined ? undefined : { promotion: chosen.promotion, given: chosen.given };
}

/**
 * groupPick best for the order: the whole order is priced with each member; of several groups all combinations are
 * tried, and equal totals go to the set that has the first promotion, in order, in which they differ.
 */
function bestOfGroups(basket: Basket, promotions: readonly Promotion[]): Selection {
  const isForOrder = basket.policies.groupPick === 'best' && basket.policies.groupScope === 'order';
  const groups = isForOrder ? [...groupsAmong(promotions).values()] : [];
  let best: { selection: Selection; cost: bigint } | undefined;
  for (const losers of combinations(groups)) {
    const selection = priorityChain(basket, promotions, losers);
    if (!selection.isAPick) continue;
    const cost = customerCost(selection.prices, selection.applied);
    const isFirst = best !== undefined && cost === best.cost && comesFirst(selection, best.selection, promotions);
    if (best === undefined || cost < best.cost || isFirst) best = { selection, cost };
  }
  if (best === undefined) throw new Error('there is always one combination');
  return best.selection;
}

function comesFirst(a: Selection, b: Selection, promotions: readonly Promotion[]): boolean {
  const has = (of: Selection, promotion: Promotion) => of.applied.some((applied) => applied.promotion === promotion);
  const first = promotions.find((promotion) => has(a, promotion) !== has(b, promotion));
  return first !== undefined && has(a, first);
}

/** For each way to pick one member of every group: the members not picked, with the one that was. */
function combinations(groups: readonly (readonly Promotion[])[]): Map<string, string>[] {
  const [first, ...others] = groups;
  if (first === undefined) return [new Map()];
  return first.flatMap((winner) =>
    combinations(others).map((rest) => {
      const losers = first.filter((member) => member !== winner);
      return new Map([...losers.map((loser): [string, string] => [loser.id, winner.id]), ...rest]);
    }),
  );
}
