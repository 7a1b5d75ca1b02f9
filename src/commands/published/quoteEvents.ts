import { z } from 'zod';
import { fen, instant, ofGoods, open, type PublishedEvent, published } from './publishedEvent.js';

const line = z.object({
  id: z.string(),
  sku: z.string(),
  ...ofGoods,
  pay: fen,
});

/** What was asked and what it costs; the revisions it rests on stay inside: GET /v1/quotes/{id} explains it. */
export const QUOTE_EVENTS: Readonly<Record<string, PublishedEvent>> = {
  'quote-given': published(
    'quote',
    'quote-given',
    'A basket was priced, and the price promised.',
    {
      customer: z.string().nullable(),
      channel: z.string().nullable(),
      at: instant,
      validUntil: instant,
      currency: z.string(),
      lines: z.array(line),
      list: fen,
      discount: fen,
      delivery: fen,
      pay: fen,
      gave: z.record(z.string(), fen).meta({ description: 'Given by each promotion, on goods and delivery' }),
      policies: open,
    },
    flattened,
  ),
};

interface Given {
  readonly request: {
    readonly customer?: string;
    readonly channel?: string;
    readonly lines: readonly Readonly<Record<string, unknown>>[];
  };
  readonly amounts: { readonly lines: readonly number[] };
  readonly facts: { readonly policies: unknown };
}

function flattened(stored: Readonly<Record<string, unknown>>) {
  const { request, amounts, facts, ...promise } = stored as unknown as Given;
  const lines = request.lines.map((asked, index) => ({ ...asked, pay: amounts.lines[index] }));
  const { customer = null, channel = null } = request;
  return { ...promise, ...amounts, customer, channel, lines, policies: facts.policies };
}
