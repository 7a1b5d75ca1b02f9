import { UsageError } from '../exitCode.js';
import type { ServerRequest } from '../server/askServer.js';

export interface OrderOptions {
  readonly quote?: string;
  readonly customer?: string;
  readonly order?: string;
  readonly status?: string;
  readonly payment?: string;
  readonly amount?: string;
  readonly reason?: string;
  readonly key?: string;
}

export const ORDER_VERBS = ['list', 'show', 'place', 'pay', 'cancel', 'change'] as const;
type OrderVerb = (typeof ORDER_VERBS)[number];

/** What to ask a server for. @throws UsageError when something is missing. */
export function orderRequest(verb: string, id: string | undefined, options: OrderOptions): ServerRequest {
  if (!isVerb(verb)) throw new UsageError(`"${verb}" is none of ${ORDER_VERBS.join(', ')}.`);
  const { quote, customer, order, status, payment, amount, reason } = options;
  const key = options.key === undefined ? {} : { key: options.key };
  switch (verb) {
    case 'list':
      return { method: 'GET', path: `v1/orders?${query({ customer, status })}` };
    case 'show':
      return { method: 'GET', path: `v1/orders/${idOf(id)}` };
    case 'place':
      return { method: 'POST', path: 'v1/orders', body: { quote: needed(quote, '--quote'), customer, order }, ...key };
    case 'pay':
      return { ...post(id, 'pay', { payment, ...(amount !== undefined && { amount: fen(amount) }) }), ...key };
    case 'cancel':
      return { ...post(id, 'cancel', { reason: needed(reason, '--reason') }), ...key };
    case 'change':
      return { ...post(id, 'change', { quote: needed(quote, '--quote') }), ...key };
  }
}

function isVerb(verb: string): verb is OrderVerb {
  return (ORDER_VERBS as readonly string[]).includes(verb);
}

function post(id: string | undefined, verb: string, body: object): ServerRequest {
  return { method: 'POST', path: `v1/orders/${idOf(id)}/${verb}`, body };
}

function idOf(id: string | undefined): string {
  return encodeURIComponent(needed(id, 'the id of the order'));
}

function needed(value: string | undefined, what: string): string {
  if (value === undefined || value === '') throw new UsageError(`Give ${what}.`);
  return value;
}

function fen(amount: string): number {
  if (!/^\d{1,12}$/.test(amount)) throw new UsageError(`--amount is in whole fen, such as 4340; "${amount}" is not.`);
  return Number(amount);
}

function query(filters: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(filters).filter((filter): filter is [string, string] => filter[1] !== undefined);
  return new URLSearchParams(given).toString();
}
