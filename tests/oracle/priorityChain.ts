import { applyPromotion } from './applyPromotion.js';
import type { Basket } from './basket.js';
import type { Promotion } from './goldenCase.js';
import type { LinePick } from './lineGroups.js';
import { groupsAmong, pickByLine } from './lineGroups.js';
import type { Application } from './objective.js';
import type { Refusal } from './outcome.js';
import { refusal } from './outcome.js';
import type { Prices } from './prices.js';
import { listPrices, pricesAfter } from './prices.js';
import type { Selection } from './selection.js';

/**
 * Applies promotions one after the other. `losers` are members of a group whose pick went to another member (named by
 * the value); they stay out and are judged on the prices on which that one was taken.
 */
export function priorityChain(
  basket: Basket,
  promotions: readonly Promotion[],
  losers: ReadonlyMap<string, string>,
): PickedSelection {
  const chain = new Chain(basket, groupsAmong(promotions));
  for (const promotion of promotions) {
    if (losers.has(promotion.id)) chain.pass(promotion);
    else chain.turn(promotion);
  }
  const lost = promotions.flatMap((promotion): [string, Refusal][] => {
    const winner = losers.get(promotion.id);
    return winner === undefined ? [] : [[promotion.id, chain.whyLost(promotion, winner)]];
  });
  // A pick that gives nothing while another member would have given is no pick: of a group one is taken, if one can be.
  const isAPick = promotions.every((promotion) => {
    const winner = losers.get(promotion.id);
    return winner === undefined || chain.hasGiven(winner) || !chain.wouldHaveGiven(promotion);
  });
  return { applied: chain.applied, prices: chain.prices, notApplied: new Map([...chain.notApplied, ...lost]), isAPick };
}

export interface PickedSelection extends Selection {
  /** Whether each group's pick is one: it gives, or no member of the group would. */
  readonly isAPick: boolean;
}

class Chain {
  readonly applied: Application[] = [];
  readonly notApplied = new Map<string, Refusal>();
  prices: Prices;
  private stoppedOn: Prices | undefined;
  private readonly before = new Map<string, Prices>();
  private readonly groupTakenOn = new Map<string, Prices>();
  private readonly picks = new Map<string, LinePick>();

  constructor(
    private readonly basket: Basket,
    private readonly groups: ReadonlyMap<string, readonly Promotion[]>,
  ) {
    this.prices = listPrices(basket);
  }

  /** A member whose group goes to another one passes its turn. */
  pass(promotion: Promotion): void {
    if (this.stoppedOn === undefined) this.before.set(promotion.id, this.prices);
  }

  hasGiven(id: string): boolean {
    return this.applied.some(({ promotion }) => promotion.id === id);
  }

  wouldHaveGiven(promotion: Promotion): boolean {
    const before = this.before.get(promotion.id);
    return before !== undefined && applyPromotion(this.basket, before, promotion).gives;
  }

  turn(promotion: Promotion): void {
    const pick = this.stoppedOn === undefined ? this.linePickFor(promotion) : undefined;
    const takenOn = promotion.group === undefined ? undefined : this.groupTakenOn.get(promotion.group);
    if (this.stoppedOn === undefined) this.before.set(promotion.id, this.prices);
    const lost = pick?.lost.get(promotion.id);
    if (this.stoppedOn !== undefined) this.refuse(promotion, this.judge(promotion, this.stoppedOn, refusal('stopped')));
    else if (lost !== undefined) this.refuse(promotion, lost);
    else if (takenOn !== undefined) this.refuse(promotion, this.judge(promotion, takenOn, refusal('lost-to-better')));
    else this.apply(promotion, pick?.won.get(promotion.id));
  }

  whyLost(loser: Promotion, winner: string): Refusal {
    const takenOn = this.hasGiven(winner) ? this.before.get(winner) : undefined;
    if (takenOn !== undefined) return this.judge(loser, takenOn, refusal('lost-to-better'));
    // Nobody took the group: the member is judged like any other, at its turn or where the chain was stopped before it.
    const ownTurn = this.before.get(loser.id);
    if (ownTurn !== undefined) return this.judge(loser, ownTurn, refusal('lost-to-better'));
    return this.judge(loser, this.stoppedOn ?? this.prices, refusal('stopped'));
  }

  private apply(promotion: Promotion, only: ReadonlySet<string> | undefined): void {
    const outcome = applyPromotion(this.basket, this.prices, promotion, only);
    if (!outcome.gives) {
      this.refuse(promotion, outcome);
      return;
    }
    // "Judged on the prices on which the other was taken": those before the promotion that stops the chain.
    if (promotion.stopAfter === true) this.stoppedOn = this.prices;
    if (promotion.group !== undefined && this.isPickedForOrder(promotion.group)) {
      this.groupTakenOn.set(promotion.group, this.prices);
    }
    this.applied.push({ promotion, given: outcome });
    this.prices = pricesAfter(this.prices, promotion, outcome);
  }

  private isPickedForOrder(group: string): boolean {
    return this.groups.has(group) && this.basket.policies.groupScope === 'order';
  }

  private linePickFor(promotion: Promotion): LinePick | undefined {
    const { group } = promotion;
    const members = group === undefined ? undefined : this.groups.get(group);
    if (group === undefined || members === undefined || this.basket.policies.groupScope !== 'line') return undefined;
    const pick = this.picks.get(group) ?? pickByLine(this.basket, this.prices, members);
    this.picks.set(group, pick);
    return pick;
  }

  private judge(promotion: Promotion, prices: Prices, otherwise: Refusal): Refusal {
    const would = applyPromotion(this.basket, prices, promotion);
    return would.gives ? otherwise : would;
  }

  private refuse(promotion: Promotion, why: Refusal): void {
    this.notApplied.set(promotion.id, why);
  }
}
