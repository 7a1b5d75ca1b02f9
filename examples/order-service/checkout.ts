// What an order service does: price a basket, show why, place the order, pay it. Copy this folder's idea and
// src/infra/cli/client/orchardApi.ts (or make the types yourself: npx openapi-typescript http://…/openapi.json).
// Run it on a build against a server: node --experimental-strip-types, ts-node, or as tests/e2e/typedClient.test.ts does.
import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from '../../src/infra/cli/client/orchardApi.js';

type Problem = components['schemas']['problem'];

/** A no of Orchard: branch on `code`, show `detail`, quote `requestId` to its operators. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.code}: ${problem.detail}`);
  }
}

export function orchard(baseUrl: string, token?: string): Client<paths> {
  return createClient<paths>({ baseUrl, headers: token ? { authorization: `Bearer ${token}` } : {} });
}

/** The key makes a retry safe: whatever happened to the first try, the order is placed once and paid once. */
export async function checkout(
  client: Client<paths>,
  key: string,
  basket: { sku: string; quantity?: number; grams?: number }[],
) {
  const quote = yes(
    await client.POST('/v1/quotes', {
      params: { header: { 'Idempotency-Key': `${key}-quote` } },
      body: { channel: 'app', lines: basket.map((line, at) => ({ id: String(at + 1), ...line })) },
    }),
  );
  const reasons = quote.applied.map(({ name, sentence }) => `${name}: ${sentence.zh}`);
  const order = yes(
    await client.POST('/v1/orders', {
      params: { header: { 'Idempotency-Key': `${key}-order` } },
      body: { quote: quote.id },
    }),
  );
  const paid = yes(
    await client.POST('/v1/orders/{id}/pay', {
      params: { path: { id: order.id }, header: { 'Idempotency-Key': `${key}-pay` } },
      body: { payment: `${key}-payment`.replaceAll('-', '_'), amount: order.pay },
    }),
  );
  return { order: paid.id, status: paid.status, pay: paid.pay, reasons };
}

function yes<Data>({ data, error }: { data?: Data; error?: unknown }): Data {
  if (data === undefined) throw new Refused(error as Problem);
  return data;
}
