import type { OfferInForce } from '../../../commands/offersInForce.js';
import { own } from '../../../domain/kernel/own.js';
import type { Remaining } from '../../../domain/pricing/facts.js';
import type { Language } from '../../../domain/pricing/kind.js';
import type { Quote } from '../../../domain/pricing/quote.js';
import { appliedSentence } from '../../../domain/pricing/sentences/appliedSentence.js';
import { leftSentence, type SoldBy } from '../../../domain/pricing/sentences/leftSentence.js';
import { refusedSentence } from '../../../domain/pricing/sentences/refusedSentence.js';
import { inStoredOrder } from '../routes/inStoredOrder.js';

/** A price, promised or only previewed, with what is said beside it. */
export interface PriceToShow {
  readonly quote: Quote;
  /** Those it names. */
  readonly offers: readonly OfferInForce[];
  readonly remaining: Readonly<Record<string, Remaining>> | undefined;
  /** As they were asked for. */
  readonly lines: readonly { readonly id: string; readonly grams?: number }[];
}

/** A price as callers see it: every amount, and in words why. */
export function shownPrice(price: PriceToShow) {
  const { quote, offers, remaining } = price;
  const { list, discount, goods, delivery, pay, lines, gifts, proven } = quote;
  const known = new Map(offers.map((offer) => [offer.id, offer]));
  const leftOf = (offer: string) => remaining && own(remaining, offer);
  // Of each offer of each quote, so assigned and not spread (routes/written.ts).
  const named = <One extends { readonly offer: string }>(one: One, sentence: Record<Language, string>) => {
    const left = leftOf(one.offer);
    const { terms, revision } = known.get(one.offer)!;
    const { name } = terms;
    return Object.assign(
      {},
      one,
      left ? { name, revision, left: inStoredOrder(left), sentence } : { name, revision, sentence },
    );
  };
  const few = (offer: string, language: Language): string[] => {
    const left = leftOf(offer);
    const said = left && leftSentence(left, soldByOf(offer, price), language);
    return said ? [said] : [];
  };
  return {
    list,
    discount,
    goods,
    delivery,
    pay,
    lines,
    gifts,
    applied: quote.applied.map((one) =>
      named(one, {
        zh: [appliedSentence(one, gifts, 'zh'), ...few(one.offer, 'zh')].join('，'),
        en: [appliedSentence(one, gifts, 'en'), ...few(one.offer, 'en')].join(', '),
      }),
    ),
    refused: quote.refused.map((one) => named(one, { zh: refusedSentence(one, 'zh'), en: refusedSentence(one, 'en') })),
    proven,
  };
}

/** How the goods are sold on which an offer gave something. */
function soldByOf(offer: string, { quote, lines }: PriceToShow): SoldBy {
  const touched = new Set(quote.lines.filter(({ shares }) => own(shares, offer)).map(({ id }) => id));
  const ways = new Set(
    lines.filter(({ id }) => touched.has(id)).map(({ grams }) => (grams === undefined ? 'piece' : 'weight')),
  );
  const [way] = ways;
  return ways.size === 1 ? way : undefined;
}
