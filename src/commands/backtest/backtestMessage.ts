import { z } from 'zod';
import type { Instant } from '../../domain/kernel/instant.js';
import type { Policies } from '../../domain/pricing/policies.js';
import type { PromotionTerms } from '../../domain/promotion/events.js';
import { instant, localId } from '../messageFields.js';
import type { TermsRules } from '../promotion/describePromotion.js';
import { policiesSchema } from '../shop/setShopPolicies.js';
import { MOST_CELLS, type Variation } from './grid.js';

const variation = z
  .strictObject({
    at: z
      .string()
      .max(200)
      .regex(/^(\/[A-Za-z0-9]+)+$/, 'must be a JSON pointer into the terms')
      .meta({ description: 'A number of the terms', example: '/benefit/ladder/0/from' }),
    values: z.array(z.int()).min(1).max(MOST_CELLS),
  })
  .meta({ id: 'grid-variation' });

/** The zone whose days the report counts in, if nobody names another. */
export const SHOP_ZONE = 'Asia/Shanghai';
export const MOST_LAST = 10_000;
const MOST_PROMOTIONS = 20;

/** Which past orders: those placed in [since, until), or the last so many. */
export interface OrderRange {
  readonly since?: Instant | undefined;
  readonly until?: Instant | undefined;
  readonly last?: number | undefined;
}

/** What would have been otherwise, and for which past orders. */
export interface BacktestMessage {
  /** Drafts, paused and running promotions, with the terms recorded last. */
  readonly with: readonly string[];
  readonly without: readonly string[];
  /** Terms that nobody has drafted, by id; those of a known promotion stand in the place of its own. */
  readonly promotions: Readonly<Record<string, PromotionTerms>>;
  readonly policies?: Partial<Policies> | undefined;
  readonly orders: OrderRange;
  readonly zone: string;
  /** The promotion under test is tried with each combination of these as well. */
  readonly grid?: readonly Variation[] | undefined;
}

export const orderRange = z
  .strictObject({
    since: instant.optional().meta({ description: 'Placed then or later; default: the beginning of the log' }),
    until: instant.optional().meta({ description: 'Placed before; default: now' }),
    last: z.int().min(1).max(MOST_LAST).optional().meta({ description: 'Only the last so many of those' }),
  })
  .meta({ id: 'order-range' });

/** The validator of a backtest. */
export function backtestMessage(rules: TermsRules): z.ZodType<BacktestMessage> {
  return z.strictObject({
    with: z.array(localId).max(MOST_PROMOTIONS).default([]).meta({
      description: 'Drafts, paused and running promotions, as if in force with the terms recorded last',
    }),
    without: z.array(localId).max(200).default([]).meta({ description: 'Promotions left out' }),
    promotions: z
      .record(localId, rules.schema)
      .refine((terms) => Object.keys(terms).length <= MOST_PROMOTIONS, `must be at most ${MOST_PROMOTIONS}`)
      .default({})
      .meta({ description: 'Terms nobody has drafted yet, by id; those of a known promotion replace its own' }),
    policies: policiesSchema.optional().meta({ description: 'Hold instead of those that were recorded' }),
    orders: orderRange.default({}),
    zone: z
      .string()
      .refine(rules.isZone, 'must be a time zone such as Asia/Shanghai')
      .default(SHOP_ZONE)
      .meta({ description: 'Whose days the report counts in', example: SHOP_ZONE }),
    grid: z
      .array(variation)
      .min(1)
      .max(2)
      .optional()
      .meta({
        description: `Numbers of the one promotion under test, and what to try them with: at most ${MOST_CELLS} combinations`,
      }),
  }) as unknown as z.ZodType<BacktestMessage>;
}
