import { randomUUID } from 'node:crypto';
import type { QuoteMessage } from '../../../commands/quote/quoteMessage.js';
import type { Priced, PricingShop } from './pricingShop.js';

const PATIENCE_MILLIS = 30_000;

/** A server that does not answer, or says no; the message says what to do. */
export class ServerRefused extends Error {
  override readonly name = 'ServerRefused';
}

interface Problem {
  readonly code?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly pointer?: string; readonly detail?: string }[];
}

/** A shop behind a URL; every price it gives is a quote it keeps. */
export function serverShop(url: string, token: string | undefined): PricingShop {
  const quotes = new URL('v1/quotes', url.endsWith('/') ? url : `${url}/`);
  return {
    words: quotes.origin,
    records: true,
    atOnce: 32,
    price: async (request) => pricedOf(await post(quotes, token, request)),
    productName: (sku) => sku,
    offerName: (id) => id,
    close: async () => {},
  };
}

async function post(quotes: URL, token: string | undefined, request: QuoteMessage): Promise<unknown> {
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
  const body = (await answer.json().catch(() => ({}))) as unknown;
  if (!answer.ok) throw new ServerRefused(refusalWords(answer.status, body as Problem, quotes));
  return body;
}

function refusalWords(status: number, { code, detail, errors = [] }: Problem, { origin }: URL): string {
  if (status === 401) return `${origin} wants to know who asks: give --token or set ORCHARD_TOKEN.`;
  const faults = errors.map((error) => `${error.pointer ?? ''}: ${error.detail ?? ''}`);
  return faults.length > 0
    ? faults.join(' ')
    : `${origin} answered ${status} ${code ?? ''}: ${detail ?? 'no reason given'}`;
}

function pricedOf(answer: unknown): Priced {
  return answer as Priced;
}

function causeOf(error: unknown): string {
  const { cause, message } = error as Error & {
    readonly cause?: { readonly code?: string; readonly message?: string };
  };
  return cause?.code ?? cause?.message ?? message;
}
