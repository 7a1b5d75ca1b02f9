import type { PromotionTerms } from '../../domain/promotion/events.js';
import { giftSkus } from './promotionGoods.js';

/** `threshold` in fen (rule_type amount) or pieces or grams (quantity); `discount_value` in fen (amount) or basis points (rate). */
export interface RuleRecord {
  readonly rule_type: 'amount' | 'quantity';
  readonly threshold: number;
  readonly discount_type: 'amount' | 'rate' | 'price' | 'gift';
  readonly discount_value: number;
  readonly gift_sku_id: string | null;
}

type Benefit = Readonly<Record<string, unknown>>;

/**
 * Records of `promotion_rule`: one a rung of a promotion's ladder. They tell the table's readers the gist;
 * the document beside the promotion says all.
 */
export function promotionRules(terms: PromotionTerms): RuleRecord[] {
  const benefit = terms.benefit as Benefit;
  const rungs = Array.isArray(benefit['ladder']) ? (benefit['ladder'] as Benefit[]) : [benefit];
  const gift = giftSkus(benefit)[0] ?? null;
  return rungs.map((rung) => ({ ...threshold(terms, rung), ...discount(rung), gift_sku_id: gift }));
}

function threshold({ when }: PromotionTerms, rung: Benefit): Pick<RuleRecord, 'rule_type' | 'threshold'> {
  const money = firstNumber(rung, ['from', 'every']) ?? when?.minAmount;
  if (money !== undefined) return { rule_type: 'amount', threshold: money };
  const pieces = firstNumber(rung, ['fromQuantity', 'nth', 'groupSize', 'buy']) ?? bought(rung);
  if (pieces !== undefined) return { rule_type: 'quantity', threshold: pieces };
  return when?.minQuantity === undefined
    ? { rule_type: 'amount', threshold: 0 }
    : { rule_type: 'quantity', threshold: when.minQuantity };
}

function discount(rung: Benefit): Pick<RuleRecord, 'discount_type' | 'discount_value'> {
  const rate = firstNumber(rung, ['percentOffBp']);
  if (rate !== undefined) return { discount_type: 'rate', discount_value: rate };
  const price = firstNumber(rung, ['price']);
  if (price !== undefined) return { discount_type: 'price', discount_value: price };
  const given = firstNumber(rung, ['get']) ?? counted(rung['get']);
  if (given !== undefined) return { discount_type: 'gift', discount_value: given };
  return {
    discount_type: 'amount',
    discount_value: firstNumber(rung, ['amountOff', 'amountOffEach', 'firstOff', 'fenPerPoint']) ?? 0,
  };
}

function bought(rung: Benefit): number | undefined {
  return counted(rung['buy']);
}

function counted(part: unknown): number | undefined {
  return typeof part === 'object' && part !== null ? firstNumber(part as Benefit, ['quantity', 'grams']) : undefined;
}

function firstNumber(from: Benefit, names: readonly string[]): number | undefined {
  const name = names.find((key) => typeof from[key] === 'number');
  return name === undefined ? undefined : (from[name] as number);
}
