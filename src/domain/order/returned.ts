import { canonicalJson } from '../kernel/canonicalJson.js';
import { own } from '../kernel/own.js';
import type { Gone } from '../refund/bought.js';
import type { ReturnedGift, ReturnedLine } from './events.js';
import type { Order } from './state.js';

/** What one return is for, without what it comes to. */
export interface Returning {
  readonly lines: readonly Omit<ReturnedLine, 'paid'>[];
  readonly gifts: readonly ReturnedGift[];
}

/** What has returned once this has, too. */
export function goneAfter(gone: Gone, { lines, gifts }: Returning): Gone {
  const byLine = { ...gone.lines };
  for (const { line, quantity, grams } of lines) byLine[line] = (own(byLine, line) ?? 0) + (grams ?? quantity ?? 0);
  const byGift = { ...gone.gifts };
  for (const { promotion, quantity, grams } of gifts) {
    byGift[promotion] = (own(byGift, promotion) ?? 0) + (grams ?? quantity ?? 0);
  }
  return { ...gone, lines: byLine, gifts: byGift };
}

/** The text by which a return asked for again is known. */
export function contentOf({ lines, gifts }: Returning): string {
  return canonicalJson({ lines: lines.map(({ line, quantity, grams }) => ({ line, quantity, grams })), gifts });
}

export function withReturned(state: Order, returned: Returning & { readonly return: string }): Order {
  const returns = { ...state.returns, [returned.return]: contentOf(returned) };
  return { ...state, gone: goneAfter(state.gone, returned), returns };
}

export function withWeighed(
  state: Order,
  { lines }: { readonly lines: readonly { readonly line: string; readonly grams: number }[] },
): Order {
  const weighed = { ...state.gone.weighed, ...Object.fromEntries(lines.map(({ line, grams }) => [line, grams])) };
  return { ...state, gone: { ...state.gone, weighed } };
}
