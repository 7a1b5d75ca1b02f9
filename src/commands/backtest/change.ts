import type { Assumption } from '../../domain/backtest/assumptions.js';
import type { Policies } from '../../domain/pricing/policies.js';
import type { PromotionTerms } from '../../domain/promotion/events.js';
import { type Promotion, termsOf } from '../../domain/promotion/state.js';
import type { OfferInForce } from '../offersInForce.js';
import { NOT_RECORDED } from '../preview/offersOfVariant.js';
import type { PricingView } from '../pricingView.js';
import type { BacktestMessage } from './backtestMessage.js';
import { gridCells } from './grid.js';

/** What a backtest changes of the offers that a past order was priced with. */
export interface Change {
  /** In force whenever their hours and days say so. */
  readonly added: readonly OfferInForce[];
  readonly without: ReadonlySet<string>;
  readonly policies: Partial<Policies>;
  readonly assumed: readonly Assumption[];
}

/** The promotions of a message, which was checked, as they are tested. */
export function changeOf(view: PricingView, shop: string, message: BacktestMessage): Change {
  return testedChange(testedOffers(view, shop, message), { ...message, isNew: newIn(view, shop) });
}

/** One change for each cell of a message's grid, which was checked; none without one. */
export function cellChanges(view: PricingView, shop: string, message: BacktestMessage): readonly CellChange[] {
  if (!message.grid) return [];
  const [offer] = testedOffers(view, shop, message);
  const isNew = newIn(view, shop);
  return gridCells(offer!.terms, message.grid).map(({ values, terms }) => ({
    values,
    change: testedChange([{ ...offer!, terms }], { ...message, isNew }),
  }));
}

export interface CellChange {
  readonly values: readonly number[];
  readonly change: Change;
}

/** Those named and those given, with the terms they are tested with. */
export function testedOffers(
  view: PricingView,
  shop: string,
  { with: added, promotions }: Pick<BacktestMessage, 'with' | 'promotions'>,
): OfferInForce[] {
  const named = new Set(added);
  const recorded: OfferInForce[] = [];
  for (const [id, { revision, state }] of view.promotions(shop)) {
    const terms = termsOf(state);
    if (terms && named.has(id) && !Object.hasOwn(promotions, id)) recorded.push({ id, revision, terms });
  }
  const given = Object.entries(promotions).map(([id, terms]) => ({ id, revision: NOT_RECORDED, terms }));
  return [...recorded, ...given];
}

function newIn(view: PricingView, shop: string): (offer: OfferInForce) => boolean {
  const old = new Set<string>();
  for (const [id, { state }] of view.promotions(shop)) if (wasInForce(state)) old.add(id);
  return ({ id }) => !old.has(id);
}

function wasInForce({ status }: Promotion): boolean {
  return status.some(({ value }) => value !== 'draft');
}

export interface TestedWith {
  readonly without?: readonly string[];
  readonly policies?: Partial<Policies> | undefined;
  /** Whether no customer could have met it. */
  readonly isNew?: (offer: OfferInForce) => boolean;
}

/**
 * Terms as they are tested. A promotion that nobody could have met was to begin later: it counts as in force throughout
 * and, if it is a coupon, as chosen by all. One that ran keeps its window, and its coupon those who chose it.
 */
export function testedChange(
  tested: readonly OfferInForce[],
  { without = [], policies = {}, isNew = () => true }: TestedWith = {},
): Change {
  const fresh = tested.filter(isNew);
  const hasWindow = ({ terms: { schedule } }: OfferInForce) =>
    schedule?.from !== undefined || schedule?.until !== undefined;
  const assumed: Assumption[] = [
    'behaviour-fixed',
    ...(fresh.some(hasWindow) ? (['window-ignored'] as const) : []),
    ...(fresh.some(({ terms }) => terms.coupon) ? (['coupon-chosen'] as const) : []),
    ...(tested.some(({ terms }) => terms.limits) ? (['limits-not-binding'] as const) : []),
  ];
  const added = tested.map((offer) => (isNew(offer) ? { ...offer, terms: throughout(offer.terms) } : offer));
  return { added, without: new Set(without), policies, assumed };
}

function throughout({ schedule, coupon: _, ...terms }: PromotionTerms): PromotionTerms {
  const recurrence = schedule?.recurrence;
  return { ...terms, ...(recurrence && { schedule: { recurrence } }) };
}
