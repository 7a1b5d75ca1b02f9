import { z } from 'zod';
import { LOCAL_ID } from '../../../domain/kernel/ids.js';
import { DEFAULT_PAGE, MAX_PAGE } from '../limits.js';

/** A whole number as a query string says it. */
export function wholeNumber(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number')
    .transform(Number)
    .refine((number) => number >= least && number <= most, `must be from ${least} to ${most}`)
    .meta({ type: 'integer', minimum: least, maximum: most });
}

/** What every list takes. Cursors are opaque: today the last id of the page, for no caller to rely on. */
export const pageQuery = {
  limit: wholeNumber(1, MAX_PAGE)
    .default(DEFAULT_PAGE)
    .meta({ description: `Entries a page, at most ${MAX_PAGE}`, default: DEFAULT_PAGE }),
  cursor: z
    .string()
    .max(100)
    .transform((text) => Buffer.from(text, 'base64url').toString())
    .refine((id) => LOCAL_ID.test(id), 'must be the `next` of a page')
    .optional()
    .meta({ description: 'The `next` of the page before' }),
};
