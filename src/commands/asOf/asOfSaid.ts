import { z } from 'zod';
import type { Instant } from '../../domain/kernel/instant.js';
import type { Position } from '../eventStore.js';
import { instant } from '../messageFields.js';

/** A past log as callers name it: up to an event, or up to what was recorded by an instant. */
export type AsOfSaid = { readonly position: Position } | { readonly instant: Instant };

const PREFIX = 'position:';
const POSITION = /^(?:0|[1-9]\d{0,18})$/;
const WORDS = 'must be an instant such as 2026-11-11T00:00:00.000Z (a + in a URL is %2B) or position:12345';

/** `2026-11-11T00:00:00.000Z` or `position:12345`. */
export const asOfSaid = z
  .string()
  .max(60)
  .transform(parsed)
  .refine((said) => said !== null, WORDS)
  .meta({
    description: 'As of then: an instant, for what was recorded by it; or `position:` and a place in the log',
    example: '2026-11-11T00:00:00.000Z',
    type: 'string',
  }) as unknown as z.ZodType<AsOfSaid>;

function parsed(text: string): AsOfSaid | null {
  if (text.startsWith(PREFIX)) {
    const position = text.slice(PREFIX.length);
    return POSITION.test(position) ? { position } : null;
  }
  const { success, data } = instant.safeParse(text);
  return success ? { instant: data } : null;
}
