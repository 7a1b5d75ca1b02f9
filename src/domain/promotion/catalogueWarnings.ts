import { formatYuan } from '../kernel/money.js';
import { mulDiv } from '../kernel/mulDiv.js';
import { type BasisPoints, formatPercent, WHOLE } from '../kernel/rate.js';
import type { Fault } from '../pricing/kind.js';
import { inScope } from '../pricing/scope.js';
import type { ProductAt } from '../product/state.js';
import type { PromotionTerms } from './events.js';

/** Products named in a warning; the rest are counted. */
const NAMED = 3;

interface PriceBenefit {
  readonly price?: number;
  readonly percentOffBp?: number;
  readonly every?: number;
  readonly amountOff?: number;
  readonly ladder?: readonly { readonly from?: number; readonly amountOff?: number; readonly percentOffBp?: number }[];
}

/** What works, but less than its author may think: floors that will hold, a greatest discount that will trim. */
export function catalogueWarnings(
  terms: PromotionTerms,
  products: Iterable<readonly [string, ProductAt]>,
  greatestDiscountBp: BasisPoints | undefined,
): Fault[] {
  return [...floorWarnings(terms, products), ...greatestDiscountWarnings(terms, greatestDiscountBp)];
}

function floorWarnings(terms: PromotionTerms, products: Iterable<readonly [string, ProductAt]>): Fault[] {
  const floored: string[] = [];
  for (const [sku, product] of products) {
    const reached = lowestPrice(terms, product);
    if (!product.listed || product.floorPrice === null || reached === undefined || reached >= product.floorPrice)
      continue;
    if (!inScope(terms.scope, { sku, categories: product.categories, tags: product.tags })) continue;
    floored.push(`${sku} to ${formatYuan(reached)}, its floor is ${formatYuan(product.floorPrice)}`);
  }
  if (floored.length === 0) return [];
  const more = floored.length > NAMED ? ` (and ${floored.length - NAMED} more)` : '';
  return [
    {
      pointer: '/benefit',
      code: 'FLOOR_WILL_HOLD',
      message: `It would bring ${floored.slice(0, NAMED).join('; ')}${more}: floors hold, so they get less off.`,
    },
  ];
}

/** The unit price the benefit alone leads to, where one product is enough to tell. */
function lowestPrice({ benefit, kind }: PromotionTerms, { unitPrice }: ProductAt): number | undefined {
  const { price } = benefit as PriceBenefit;
  if (price !== undefined) return Math.min(price, unitPrice);
  const rate = kind === 'percentage' ? greatestRate(benefit as PriceBenefit) : undefined;
  return rate === undefined ? undefined : unitPrice - mulDiv(unitPrice, rate, WHOLE);
}

function greatestDiscountWarnings({ kind, benefit }: PromotionTerms, greatest: BasisPoints | undefined): Fault[] {
  const rate = greatestRate(benefit as PriceBenefit);
  const trimmed = kind === 'percentage' || kind === 'spend-threshold';
  if (greatest === undefined || rate === undefined || !trimmed || rate <= greatest) return [];
  return [
    {
      pointer: '/benefit',
      code: 'GREATEST_DISCOUNT_WILL_TRIM',
      message: `It gives up to ${formatPercent(rate)} off; the shop's greatest discount is ${formatPercent(greatest)} of a purchase.`,
    },
  ];
}

function greatestRate({ percentOffBp, every, amountOff, ladder = [] }: PriceBenefit): BasisPoints | undefined {
  const rates = [
    percentOffBp,
    every !== undefined && amountOff !== undefined ? mulDiv(amountOff, WHOLE, every, 'down') : undefined,
    ...ladder.map((step) => step.percentOffBp ?? stepRate(step)),
  ].filter((rate) => rate !== undefined);
  return rates.length > 0 ? Math.max(...rates) : undefined;
}

function stepRate({
  from,
  amountOff,
}: {
  readonly from?: number;
  readonly amountOff?: number;
}): BasisPoints | undefined {
  return from && amountOff !== undefined ? mulDiv(amountOff, WHOLE, from, 'down') : undefined;
}
