import { z } from 'zod';
import { LOCAL_ID } from '../domain/kernel/ids.js';
import { instantOf, isInstant } from '../domain/kernel/instant.js';
import { MAX_BASKET_AMOUNT, MAX_UNIT_PRICE } from '../domain/kernel/money.js';
import { MAX_LINE_GRAMS } from '../domain/kernel/weight.js';

/** The fields messages are made of, each with its bounds and with words for who gets it wrong. */

export const localId = z
  .string()
  .regex(LOCAL_ID, 'must be 1 to 60 letters, digits, _ or ., the first a letter or digit')
  .meta({ description: 'Letters, digits, _ and . (no dash)', example: 'fuji_apple' });

export const fen = (max: number, what = 'an amount') =>
  z.int(`must be ${what} in whole fen`).min(0, 'must not be negative').max(max, `must be at most ${max} fen`);

export const unitPrice = fen(MAX_UNIT_PRICE, 'a price').meta({
  description: 'Fen, per piece or per 500 g',
  example: 1280,
});
export const amount = fen(MAX_BASKET_AMOUNT).meta({ description: 'Fen', example: 600 });
export const pieces = z.int('must be whole pieces').min(1).max(100_000).meta({ description: 'Pieces', example: 2 });
export const grams = z
  .int('must be whole grams')
  .min(1)
  .max(MAX_LINE_GRAMS)
  .meta({ description: 'Grams', example: 1500 });

const CONTROL = /[\p{Cc}\p{Cs}\u2028\u2029]/u;
/** As people write it: with or without the country's number, in one or in three groups. */
const PHONE = /(?<!\d)(?:(?:00)?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/;
const ID_CARD = /(?<!\d)\d{17}[\dXx](?![\dXx])/;

/** What people write: any script and emoji, no control characters, no phone or id-card number (DESIGN §5). */
export const freeText = (max = 200) =>
  z
    .string()
    .refine((text) => text.trim().length > 0, 'must say something')
    .refine((text) => [...text].length <= max, `must be at most ${max} characters`)
    .refine((text) => !CONTROL.test(text), 'must not hold control characters or broken Unicode')
    .refine(isImpersonal, 'must not hold a phone or id-card number: the log keeps it for ever');

function isImpersonal(text: string): boolean {
  const plain = text.normalize('NFKC');
  return !PHONE.test(plain) && !ID_CARD.test(plain);
}

/** An opaque id of a customer: it must name nobody outside the shop. */
export const customerId = localId.refine(isImpersonal, 'must be no phone or id-card number: the log keeps it for ever');

/** A short word people made up: a tier, category, tag, group. */
export const word = freeText(40);

/** RFC 3339 with any offset and up to three decimals; becomes the canonical UTC instant. */
export const instant = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/,
    'must be an instant with its offset, such as 2026-11-22T10:00:00+08:00',
  )
  .transform(canonicalInstant)
  .refine((text) => text !== '', 'is no instant of the calendar')
  .meta({ description: 'RFC 3339 instant', example: '2026-11-22T10:00:00.000Z', format: 'date-time' });

/** The canonical text of an instant, '' when the calendar has none: mostly what was sent is canonical already. */
function canonicalInstant(text: string): string {
  const canonical: boolean = isInstant(text);
  if (canonical) return text;
  // Date.parse takes 30 February for 2 March.
  const moment = isInstant(`${text.slice(0, 10)}T00:00:00.000Z`) ? instantOf(Date.parse(text)) : '';
  return isInstant(moment) ? moment : '';
}

export const reason = freeText().meta({ description: 'Why, for the auditors', example: '双十一' });
export const effectiveFrom = instant.optional().meta({ description: 'From when it holds; default: now' });
