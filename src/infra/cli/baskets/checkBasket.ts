import type { z } from 'zod';
import { type QuoteMessage, quoteMessage } from '../../../commands/quote/quoteMessage.js';
import type { BasketFault, NamedBasket } from './namedBasket.js';

/** Checks what a file says against the schema the doors use, and keeps every fault with its place. */
export function checkBasket(
  name: string,
  place: string,
  written: unknown,
): { readonly basket: NamedBasket } | { readonly faults: readonly BasketFault[] } {
  const parsed = quoteMessage.safeParse(written);
  if (parsed.success) return { basket: { name, place, request: parsed.data as QuoteMessage } };
  return { faults: parsed.error.issues.map((issue) => ({ place, message: inWords(issue) })) };
}

function inWords({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? message : `${path.join('.')}: ${message}`;
}
