import { z } from 'zod';
import { ALLOWANCE_UNITS, type AllowanceTerms } from '../../domain/allowance/events.js';
import { MAX_BASKET_AMOUNT } from '../../domain/kernel/money.js';
import { instant, localId } from '../messageFields.js';

/** Most of anything limited: a budget of ten million yuan a thousand times over, or as many grams. */
const MAX_TOTAL = 1_000_000_000_000;

const whole = (min: number, max: number) => z.int('must be a whole number').min(min).max(max);

const total = whole(0, MAX_TOTAL)
  .nullable()
  .meta({ description: 'Uses, fen, pieces or grams; null: no limit over all' });
const perCustomer = whole(1, MAX_TOTAL).optional().meta({ description: 'What one customer may take' });
const perCustomerDay = (zone: z.ZodType<string>) =>
  z
    .strictObject({ uses: whole(1, MAX_TOTAL), zone })
    .optional()
    .meta({ description: 'What one customer may take on one day of a zone' });

/** How much there is, as people say it. */
export function limitFields(isZone: (name: string) => boolean) {
  const zone = z.string().refine(isZone, 'is no time zone of the IANA database, such as Asia/Shanghai');
  return { total, perCustomer, perCustomerDay: perCustomerDay(zone) };
}

/** `promotion.uses`, `promotion.budget`, `promotion.stock`, or `by.` and a hash: a promotion's id and a word. */
export const allowanceId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.]{0,66}$/, 'must be the id of an allowance, such as half_price.uses')
  .meta({ description: 'Id of an allowance', example: 'half_price.uses' });

/** The id of an allowance opened by hand: within the 80 characters of a stream's id, its shop's included. */
export const newAllowanceId = allowanceId.max(63, 'must be at most 63 characters');

export const allowanceTerms = z.strictObject({
  unit: z.enum(ALLOWANCE_UNITS),
  total,
  perCustomer,
  perCustomerDay: perCustomerDay(z.string().min(1).max(64)),
  source: z.strictObject({ promotion: localId, revision: whole(0, Number.MAX_SAFE_INTEGER) }),
}) as z.ZodType<AllowanceTerms>;

export const holdId = localId.meta({ description: 'Id of the hold: of its order or checkout', example: 'order_1' });
export const holdAmount = whole(1, MAX_BASKET_AMOUNT).meta({ description: 'Uses, fen, pieces or grams', example: 1 });
export const until = instant.meta({ description: 'The hold ends at this instant' });
