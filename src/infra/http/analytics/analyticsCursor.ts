import { z } from 'zod';
import type { Bucket } from '../../../projections/analytics/analyticsStore.js';

type Place = Pick<Bucket, 'period' | 'subject'>;

const FORM = /^(?<period>\d{4}-\d{2}-\d{2}(?:T\d{2})?) (?<subject>.{0,100})$/su;

/** A place among the rows, opaque to its reader. */
export function cursorAfter({ period, subject }: Place): string {
  return Buffer.from(`${period} ${subject}`).toString('base64url');
}

export const analyticsCursor = z
  .string()
  .max(500)
  .transform((text, context): Place => {
    const { period, subject } = FORM.exec(Buffer.from(text, 'base64url').toString())?.groups ?? {};
    if (period !== undefined && subject !== undefined) return { period, subject };
    context.addIssue('must be the `next` of a page');
    return z.NEVER;
  })
  .optional()
  .meta({ description: 'The `next` of the page before' });
