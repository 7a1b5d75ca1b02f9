import type { Reckoned } from '../../../commands/quote/reckonQuote.js';
import { shownPrice } from '../quotes/shownPrice.js';

/** One of the prices that stand side by side. */
export function shownVariant(name: string, { quote, touched, used, basket }: Reckoned) {
  return {
    name,
    ...shownPrice({ quote, offers: touched, remaining: used.remaining, lines: basket.lines }),
    ...(quote.trace && { trace: quote.trace }),
  };
}
