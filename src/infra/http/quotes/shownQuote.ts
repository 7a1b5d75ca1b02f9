import type { ExplainedQuote } from '../../../commands/quote/explainQuote.js';
import { own } from '../../../domain/kernel/own.js';
import type { Language } from '../../../domain/pricing/kind.js';
import { appliedSentence } from '../../../domain/pricing/sentences/appliedSentence.js';
import { leftSentence, type SoldBy } from '../../../domain/pricing/sentences/leftSentence.js';
import { refusedSentence } from '../../../domain/pricing/sentences/refusedSentence.js';

/** A quote as callers see it: every amount, and in words why. */
export function shownQuote(explained: ExplainedQuote) {
  const { id, given, quote, offers, verified } = explained;
  const { list, discount, goods, delivery, pay, lines, gifts, proven } = quote;
  const known = new Map(offers.map((offer) => [offer.id, offer]));
  const leftOf = (offer: string) => given.facts.remaining && own(given.facts.remaining, offer);
  const named = (offer: string) => {
    const left = leftOf(offer);
    const { terms, revision } = known.get(offer)!;
    return { name: terms.name, revision, ...(left && { left }) };
  };
  const few = (offer: string, language: Language): string[] => {
    const left = leftOf(offer);
    const said = left && leftSentence(left, soldByOf(offer, explained), language);
    return said ? [said] : [];
  };
  return {
    id,
    at: given.at,
    validUntil: given.validUntil,
    currency: given.currency,
    customer: given.request.customer ?? null,
    list,
    discount,
    goods,
    delivery,
    pay,
    lines,
    gifts,
    applied: quote.applied.map((one) => ({
      ...one,
      ...named(one.offer),
      sentence: {
        zh: [appliedSentence(one, gifts, 'zh'), ...few(one.offer, 'zh')].join('，'),
        en: [appliedSentence(one, gifts, 'en'), ...few(one.offer, 'en')].join(', '),
      },
    })),
    refused: quote.refused.map((one) => ({
      ...one,
      ...named(one.offer),
      sentence: { zh: refusedSentence(one, 'zh'), en: refusedSentence(one, 'en') },
    })),
    proven,
    verified,
  };
}

/** How the goods are sold on which an offer gave something. */
function soldByOf(offer: string, { quote, given }: ExplainedQuote): SoldBy {
  const touched = new Set(quote.lines.filter(({ shares }) => own(shares, offer)).map(({ id }) => id));
  const lines = given.request.lines.filter(({ id }) => touched.has(id));
  const ways = new Set(lines.map(({ grams }) => (grams === undefined ? 'piece' : 'weight')));
  const [way] = ways;
  return ways.size === 1 ? way : undefined;
}
