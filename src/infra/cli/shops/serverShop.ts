import { randomUUID } from 'node:crypto';
import type { QuoteMessage } from '../../../commands/quote/quoteMessage.js';
import type { Priced, PricingShop } from './pricingShop.js';

const PATIENCE_MILLIS = 30_000;

/** A server that does not answer, or says no; the message says what to do. */
export class ServerRefused extends Error {
  override readonly name = 'ServerRefused';
}

/** What it answers with: a price whose offers have names. */
type Answer = Priced &
  Readonly<Record<'applied' | 'refused', readonly { readonly offer: string; readonly name: string }[]>>;

interface Problem {
  readonly code?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly pointer?: string; readonly detail?: string }[];
}

/** A shop behind a URL; every price it gives is a quote it keeps. */
export function serverShop(url: string, token: string | undefined): PricingShop {
  const quotes = new URL('v1/quotes', url.endsWith('/') ? url : `${url}/`);
  const names = new Map<string, string>();
  return {
    words: quotes.origin,
    records: true,
    atOnce: 32,
    price: async (request) => {
      const answer = await post(quotes, token, request);
      for (const { offer, name } of [...answer.applied, ...answer.refused]) names.set(offer, name);
      return answer;
    },
    productName: (sku) => sku,
    offerName: (id) => names.get(id) ?? id,
    close: async () => {},
  };
}

async function post(quotes: URL, token: string | undefined, request: QuoteMessage): Promise<Answer> {
  const answer = await fetch(quotes, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'idempotency-key': randomUUID(),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(request),
    signal: AbortSignal.timeout(PATIENCE_MILLIS),
  }).catch((error: unknown) => {
    throw new ServerRefused(`${quotes.origin} does not answer (${causeOf(error)}): is a server running there?`);
  });
  const body: unknown = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new ServerRefused(refusalWords(answer.status, body as Problem, quotes));
  return body as Answer;
}

function refusalWords(status: number, { code, detail, errors = [] }: Problem, { origin }: URL): string {
  if (status === 401) return `${origin} wants to know who asks: give --token or set ORCHARD_TOKEN.`;
  const faults = errors.map((error) => `${error.pointer ?? ''}: ${error.detail ?? ''}`);
  return faults.length > 0
    ? faults.join(' ')
    : `${origin} answered ${status} ${code ?? ''}: ${detail ?? 'no reason given'}`;
}

function causeOf(error: unknown): string {
  const { cause, message } = error as Error & {
    readonly cause?: { readonly code?: string; readonly message?: string };
  };
  return cause?.code ?? cause?.message ?? message;
}
