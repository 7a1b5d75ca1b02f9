import { z } from 'zod';
import { WEEKDAYS } from '../../domain/kernel/localTime.js';
import { CHANNELS, ORDER_MODES } from '../../domain/pricing/basket.js';
import type { KindDefinition } from '../../domain/pricing/kind.js';
import { LEVELS } from '../../domain/pricing/offer.js';
import type { PromotionTerms } from '../../domain/promotion/events.js';
import { amount, freeText, grams, instant, localId, word } from '../messageFields.js';
import { schemaOfShape } from '../schemaOfShape.js';

const words = z.array(word).min(1).max(200);
const skus = z.array(localId).min(1).max(1_000);
const count = z.int().min(1).max(1_000_000_000);
const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a clock time such as 09:30')
  .meta({ example: '09:30' });

const scope = z
  .strictObject({
    store: z.literal(true),
    categories: words,
    skus,
    except: z.strictObject({ categories: words, skus, tags: words }).partial(),
  })
  .partial()
  .meta({ description: 'One of store, categories or skus; exclusions win', example: { categories: ['citrus'] } });

const schedule = (zone: z.ZodType<string>) =>
  z
    .strictObject({
      from: instant,
      until: instant,
      recurrence: z.strictObject({
        zone,
        weekdays: z.array(z.enum(WEEKDAYS)).min(1).max(7).optional(),
        monthDays: z.array(z.int().min(1).max(31)).min(1).max(31).optional(),
        hours: z
          .array(z.strictObject({ from: clock, to: clock }))
          .min(1)
          .max(24)
          .optional(),
      }),
    })
    .partial()
    .meta({ description: 'Half-open window, and days and hours on the clock of a zone' });

const stacking = z
  .strictObject({
    lane: z.int().min(0).max(1_000),
    priority: z.int().min(-1_000_000).max(1_000_000).meta({ description: 'Larger goes first' }),
    exclusive: z.enum(['order', 'line']),
    stopAfter: z.boolean(),
    group: word,
  })
  .partial();

const limits = (zone: z.ZodType<string>) =>
  z
    .strictObject({
      maxUses: count,
      perCustomer: count,
      perCustomerDay: z.strictObject({ uses: count, zone }),
      budget: amount.min(1, 'must be at least 1 fen'),
      stock: count,
    })
    .partial()
    .meta({ description: 'What it has only so much of', example: { maxUses: 1000, perCustomer: 1 } });

/** What every kind of promotion may say beside its benefit. */
const common = (zone: z.ZodType<string>) => ({
  name: freeText(100),
  scope,
  level: z.enum(LEVELS).optional(),
  when: z
    .strictObject({ minAmount: amount, amountOver: amount, minQuantity: count, minGrams: grams })
    .partial()
    .optional(),
  audience: z
    .strictObject({ tiers: words, newCustomer: z.boolean(), orderNumber: count, segments: words })
    .partial()
    .optional(),
  channels: z.array(z.enum(CHANNELS)).min(1).max(CHANNELS.length).optional(),
  orderModes: z.array(z.enum(ORDER_MODES)).min(1).max(ORDER_MODES.length).optional(),
  schedule: schedule(zone).optional(),
  stacking: stacking.optional(),
  cap: amount.min(1, 'must be at least 1 fen').optional(),
  coupon: z.boolean().optional(),
  alsoGives: z.strictObject({ points: count }).optional(),
  limits: limits(zone).optional(),
});

/** The validator of promotion terms: one alternative a kind, each with that kind's own benefit. */
export function termsSchema(
  kinds: readonly KindDefinition[],
  isZone: (name: string) => boolean,
): z.ZodType<PromotionTerms> {
  const zone = z
    .string()
    .refine(isZone, 'is no time zone of the IANA database, such as Asia/Shanghai')
    .meta({ example: 'Asia/Shanghai' });
  const fields = common(zone);
  const alternatives = kinds.map(({ kind, name, benefit }) =>
    z
      .strictObject({ kind: z.literal(kind), benefit: schemaOfShape(benefit), ...fields })
      .meta({ id: `terms-${kind}`, title: name.en, description: `${name.zh} · ${name.en}` }),
  );
  return z.discriminatedUnion('kind', alternatives as never) as unknown as z.ZodType<PromotionTerms>;
}
