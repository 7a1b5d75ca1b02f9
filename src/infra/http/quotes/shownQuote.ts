import type { ExplainedQuote } from '../../../commands/quote/explainQuote.js';
import { own } from '../../../domain/kernel/own.js';
import { appliedSentence } from '../../../domain/pricing/sentences/appliedSentence.js';
import { refusedSentence } from '../../../domain/pricing/sentences/refusedSentence.js';

/** A quote as callers see it: every amount, and in words why. */
export function shownQuote({ id, given, quote, offers, verified }: ExplainedQuote) {
  const { list, discount, goods, delivery, pay, lines, gifts, proven } = quote;
  const known = new Map(offers.map((offer) => [offer.id, offer]));
  const named = (offer: string) => {
    const left = given.facts.remaining && own(given.facts.remaining, offer);
    const { terms, revision } = known.get(offer)!;
    return { name: terms.name, revision, ...(left && { left }) };
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
      sentence: { zh: appliedSentence(one, gifts, 'zh'), en: appliedSentence(one, gifts, 'en') },
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
