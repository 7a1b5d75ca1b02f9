import type { Goods, Nothing, Setting, Yield } from '../../calculation.js';
import { belowGrams, belowQuantity, noRoom } from '../../nothing.js';
import { amountFor } from '../../purchase.js';
import { climbByCount } from './countLadder.js';
import type { Bundle, GiftLadder } from './definition.js';
import { gramsOf, unitsOf } from './unitsOf.js';

/** Whole gifts for what is bought, as a product added to the basket. */
export function addedByBundle({ buy, get, repeat, maxFree }: Bundle, goods: Goods, setting: Setting): Yield {
  const weighs = buy.grams !== undefined;
  const bought = weighs ? gramsOf(goods.lines) : unitsOf(goods.lines);
  const needs = buy.grams ?? buy.quantity!;
  const facts = () => ({ bought, buy, get });
  const full = Math.floor(bought / needs);
  const missing = needs - (bought % needs);
  if (full === 0) return weighs ? belowGrams(missing, facts) : belowQuantity(missing, facts);
  const times = repeat ? full : 1;
  const gift = get.grams ?? get.quantity!;
  const size = limited(times * gift, gift, maxFree, setting.policies.partGift);
  if (size === 0) return noRoom(facts);
  return {
    gives: 'added',
    sku: get.sku ?? goods.lines[0]!.sku,
    ...(get.grams === undefined ? { quantity: size } : { grams: size }),
    ...(get.unitPrice !== undefined && { value: amountFor(get.unitPrice, size, get.grams !== undefined) }),
    facts: () => ({ ...facts(), times }),
    nextRung: () =>
      !repeat || (maxFree !== undefined && size + gift > maxFree)
        ? undefined
        : {
            shortfall: weighs ? { grams: missing } : { quantity: missing },
            gives: { [weighs ? 'grams' : 'quantity']: gift },
          },
  };
}

/** A ladder without a product gives more of the good bought. */
export function addedByLadder(benefit: GiftLadder, goods: Goods): Yield {
  const bought = unitsOf(goods.lines);
  const climbed = climbByCount(benefit, bought, ({ buy }) => buy);
  const quantity = Math.min(climbed.get, benefit.maxFree ?? climbed.get);
  if (quantity === 0) return belowFirstStep(benefit, bought);
  const { unitPrice } = benefit;
  return {
    gives: 'added',
    sku: benefit.sku ?? goods.lines[0]!.sku,
    quantity,
    ...(unitPrice !== undefined && { value: unitPrice * quantity }),
    facts: () => ({ bought, ladder: benefit.ladder, times: climbed.times }),
    nextRung: () => nextStep(climbed.toNext),
  };
}

function nextStep(toNext: number) {
  return Number.isFinite(toNext) ? { shortfall: { quantity: toNext }, gives: {} } : undefined;
}

function belowFirstStep({ ladder }: GiftLadder, bought: number): Nothing {
  const { buy, get } = ladder[0]!;
  return belowQuantity(Math.max(1, buy - bought), () => ({ bought, buy, get }));
}

/** With whole gifts a limit is rounded down to whole gifts. */
export function limited(free: number, gift: number, maxFree: number | undefined, partGift: boolean): number {
  if (maxFree === undefined) return free;
  return Math.min(free, partGift ? maxFree : Math.floor(maxFree / gift) * gift);
}
