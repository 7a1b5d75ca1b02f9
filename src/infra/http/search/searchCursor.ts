import { z } from 'zod';
import { LOCAL_ID } from '../../../domain/kernel/ids.js';
import type { FoundPlace } from '../../../projections/search/search.js';
import { SEARCH_TYPES } from '../../../projections/search/searchEntry.js';

const place = z.tuple([
  z.union([z.literal(0), z.literal(1), z.literal(2)]),
  z.enum(SEARCH_TYPES),
  z.string().regex(LOCAL_ID),
]);

/** A place among what was found, opaque to its reader. */
export function placeOf({ fit, type, id }: FoundPlace): string {
  return Buffer.from(JSON.stringify([fit, type, id])).toString('base64url');
}

/** The `next` of a page, given back. */
export const searchCursor = z
  .string()
  .max(150)
  .transform((text, context): FoundPlace => {
    const parsed = place.safeParse(parsedOr(Buffer.from(text, 'base64url').toString()));
    if (parsed.success) {
      const [fit, type, id] = parsed.data;
      return { fit, type, id };
    }
    context.addIssue('must be the `next` of a page');
    return z.NEVER;
  })
  .optional()
  .meta({ description: 'The `next` of the page before' });

function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
