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
): Selection {
  const chain = new Chain(basket, groupsAmong(promotions));
  for (const promotion of promotions) {
    if (!losers.has(promotion.id)) chain.turn(promotion);
  }
  const lost = promotions.flatMap((promotion): [string, Refusal][] => {
    const winner = losers.get(promotion.id);
    return winner === undefined ? [] : [[promotion.id, chain.whyLost(promotion, winner)]];
  });
  return { applied: chain.applied, prices: chain.prices, notApplied: new Map([...chain.notApplied, ...lost]) };
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
    const takenOn = this.before.get(winner);
    if (takenOn !== undefined) return this.judge(loser, takenOn, refusal('lost-to-better'));
    // A winner that the chain never reached was stopped, and so is the member that lost to it.
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
