import { basketOf } from './basket.js';
import { bestForCustomer } from './bestForCustomer.js';
import { byPriority } from './byPriority.js';
import { promotionsInOrder } from './canonicalOrder.js';
import type { GoldenQuoteInput } from './goldenCase.js';
import { goodsToPay, toPay } from './objective.js';
import type { NotApplied, OracleGift, OracleResult } from './oracleResult.js';
import { runningOf } from './prices.js';

/** Prices a golden `quote` case, slowly and plainly, from the rule texts alone. */
export function oraclePrice(input: GoldenQuoteInput): OracleResult {
  const basket = basketOf(input);
  const ordered = promotionsInOrder(input.promotions);
  const select = basket.policies.selection === 'priority' ? byPriority : bestForCustomer;
  const { applied, prices, notApplied } = select(basket, ordered);
  const gifts = applied.flatMap(({ given }) => given.gifts);
  const addedGifts = gifts.filter((gift) => gift.sku !== undefined);
  return {
    total: Number(toPay(prices)),
    itemsTotal: Number(goodsToPay(prices)),
    shippingTotal: Number(prices.delivery),
    subtotal: Number(basket.subtotal),
    lineTotals: Object.fromEntries(basket.lines.map((line) => [line.id, Number(runningOf(prices, line))])),
    discounts: positive(applied.map(({ promotion, given }) => [promotion.id, given.discount])),
    lineDiscounts: Object.fromEntries(
      applied
        .filter(({ given }) => given.discount > 0n)
        .map(({ promotion, given }) => [promotion.id, positive([...given.shares])]),
    ),
    ungiven: positive(applied.map(({ promotion, given }) => [promotion.id, given.ungiven])),
    gifts,
    notApplied: ordered.flatMap((promotion): NotApplied[] => {
      const why = notApplied.get(promotion.id);
      if (why === undefined) return [];
      const { reason, shortfall } = why;
      return [{ promotion: promotion.id, reason, ...(shortfall === undefined ? {} : { shortfall }) }];
    }),
    nextRung: applied.flatMap(({ promotion, given }) =>
      given.nextRung === undefined ? [] : [{ promotion: promotion.id, shortfall: given.nextRung }],
    ),
    applied: applied.map(({ promotion }) => promotion.id),
    subtotalWithGifts: Number(basket.subtotal) + statedValue(addedGifts),
    lineCount: basket.lines.length + addedGifts.length,
  };
}

function positive(entries: readonly (readonly [string, bigint])[]): Record<string, number> {
  return Object.fromEntries(entries.filter(([, amount]) => amount > 0n).map(([id, amount]) => [id, Number(amount)]));
}

function statedValue(gifts: readonly OracleGift[]): number {
  return gifts.reduce((sum, gift) => sum + (gift.value ?? 0), 0);
}
