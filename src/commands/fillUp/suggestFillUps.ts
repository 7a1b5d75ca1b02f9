import { amountToAdd, type Size } from '../../domain/fillUp/amountToAdd.js';
import { isReached } from '../../domain/fillUp/isReached.js';
import { compareFillUps, type FillUp } from '../../domain/fillUp/preference.js';
import { nearestStep, type StepAhead, stepOf } from '../../domain/fillUp/stepAhead.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { Rejection } from '../../domain/kernel/rejection.js';
import { amountFor } from '../../domain/pricing/purchase.js';
import type { Quote } from '../../domain/pricing/quote.js';
import { inScope } from '../../domain/pricing/scope.js';
import { type ProductAt, productAt } from '../../domain/product/state.js';
import type { PromotionTerms } from '../../domain/promotion/events.js';
import type { RequestedLine } from '../../domain/quote/request.js';
import type { PricingView } from '../pricingView.js';
import { type QuoteDeps, sourcesNow } from '../quote/giveQuote.js';
import { pricingOf } from '../quote/pricingOf.js';
import type { FillUpMessage } from './fillUpMessage.js';
import { withAdded } from './withAdded.js';

/** So many products, those that cost least at list price, are tried for real. */
const TRIED = 40;
/** Other offers lower what counts: so often is more added until the step is reached. */
const MOST_ROUNDS = 4;

export interface FillUps {
  readonly at: Instant;
  /** The basket as it is. */
  readonly quote: Quote;
  /** The step to reach; null: the basket misses none. */
  readonly step: (StepAhead & { readonly terms: PromotionTerms }) | null;
  readonly suggestions: readonly (FillUp & { readonly product: ProductAt })[];
}

interface Goods {
  readonly sku: string;
  readonly product: ProductAt;
}

/**
 * 凑单: which products of a promotion's scope close what a basket lacks for it, best first (compareFillUps). Each is
 * priced with the whole basket, so a suggestion keeps what it says.
 * @throws Rejection BASKET_INVALID, CUSTOMER_UNKNOWN, NOTHING_SHORT when the promotion named lacks nothing.
 */
export async function suggestFillUps(deps: QuoteDeps, shop: string, message: FillUpMessage): Promise<FillUps> {
  const { promotion, limit, lines, ...buying } = message;
  const { machine } = deps;
  const at = machine.now();
  const view = await deps.view.prepared(shop, { customer: buying.customer, skus: 'all' }, at);
  const sources = sourcesNow({ ...deps, view }, shop, buying.customer, at);
  const price = pricingOf(buying, sources, at);
  const quote = price(lines);
  const step = promotion === undefined ? nearestStep(quote) : namedStep(quote, promotion);
  if (!step) return { at, quote, step: null, suggestions: [] };
  const { terms } = sources.offers.byId.get(step.offer)!;
  const suggestions = cheapest(goodsInScope(view, shop, terms, at), step)
    .flatMap((goods) => filledUp(goods, step, { lines, quote, price }) ?? [])
    .sort(compareFillUps)
    .slice(0, limit);
  return { at, quote, step: { ...step, terms }, suggestions };
}

function namedStep(quote: Quote, promotion: string): StepAhead {
  const step = stepOf(quote, promotion);
  if (step) return step;
  const refused = quote.refused.find(({ offer }) => offer === promotion);
  const why = refused ? `it gives nothing because of ${refused.reason}` : 'nothing more of it is to be had';
  throw new Rejection('NOTHING_SHORT', `More goods do not help ${promotion}: ${why}.`, {
    promotion,
    ...(refused && { reason: refused.reason }),
  });
}

function* goodsInScope(view: PricingView, shop: string, { scope }: PromotionTerms, at: Instant): Iterable<Goods> {
  for (const [sku, { state }] of view.products(shop)) {
    const product = productAt(state, at);
    if (product?.listed && inScope(scope, { sku, ...product })) yield { sku, product };
  }
}

function cheapest(goods: Iterable<Goods>, { shortfall }: StepAhead): Goods[] {
  const costing = [...goods].flatMap((one) => {
    const add = amountToAdd(shortfall, one.product);
    return add ? [{ ...one, list: listOf(one.product, add) }] : [];
  });
  return costing.sort((a, b) => a.list - b.list || (a.sku < b.sku ? -1 : 1)).slice(0, TRIED);
}

interface Basket {
  readonly lines: readonly RequestedLine[];
  readonly quote: Quote;
  readonly price: (lines: readonly RequestedLine[]) => Quote;
}

/** So much of a product that the step is really reached, every other offer counted; undefined: not within a few rounds. */
function filledUp({ sku, product }: Goods, step: StepAhead, { lines, quote, price }: Basket) {
  let add = amountToAdd(step.shortfall, product)!;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const then = priceable(() => price(withAdded(lines, sku, add)));
    if (!then) return undefined;
    if (isReached(step, quote, then)) {
      const list = listOf(product, add);
      return {
        sku,
        product,
        add,
        list,
        pay: then.pay,
        costs: then.pay - quote.pay,
        saves: then.discount - quote.discount,
      };
    }
    const more = amountToAdd(stepOf(then, step.offer)?.shortfall ?? {}, product);
    if (!more) return undefined;
    add = sum(add, more);
  }
  return undefined;
}

// One product too many for a basket's bounds is no suggestion.
function priceable(price: () => Quote): Quote | undefined {
  try {
    return price();
  } catch (error) {
    if (error instanceof Rejection) return undefined;
    throw error;
  }
}

function listOf({ unitPrice }: ProductAt, add: Size): number {
  return 'grams' in add ? amountFor(unitPrice, add.grams, true) : amountFor(unitPrice, add.quantity, false);
}

function sum(a: Size, b: Size): Size {
  return 'grams' in a
    ? { grams: a.grams + (b as typeof a).grams }
    : { quantity: a.quantity + (b as typeof a).quantity };
}
