import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openOrchard, type RunningOrchard } from '../../src/infra/bootstrap/runningOrchard.js';
import { createApi } from '../../src/infra/http/server/createApi.js';
import { type Listening, listen } from '../../src/infra/http/server/listen.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orchard-http-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** An Orchard on the data folder behind its door, for as long as `use` takes. */
async function served<T>(use: (url: string) => Promise<T>): Promise<T> {
  const orchard: RunningOrchard = await openOrchard(folder);
  const log = { info: () => {}, error: () => {} };
  const listening: Listening = await listen(createApi({ ...orchard, host: '127.0.0.1', tokens: [], log }), {
    host: '127.0.0.1',
    port: 0,
  });
  try {
    return await use(listening.url);
  } finally {
    await listening.close();
    await orchard.close();
  }
}

// biome-ignore lint/suspicious/noExplicitAny: answers of every shape
async function ask(method: string, url: string, body?: object): Promise<any> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method, ...(body && { headers, body: JSON.stringify(body) }) });
  expect(answer.ok).toBe(true);
  return answer.json();
}

const terms = (amountOff: number) => ({
  name: '满100减',
  kind: 'spend-threshold',
  benefit: { ladder: [{ from: 10_000, amountOff }] },
  scope: { store: true },
});
const basket = { lines: [{ id: '1', sku: 'melon', quantity: 4 }] };

test('a price, another promotion, a restart: the old quote still explains itself to the fen', async () => {
  const before = await served(async (url) => {
    await ask('PUT', `${url}/v1/products/melon`, { name: '哈密瓜', soldBy: 'piece', unitPrice: 3_000 });
    await ask('POST', `${url}/v1/promotions`, { promotion: 'a', terms: terms(2_000) });
    const { position } = await ask('POST', `${url}/v1/promotions/a/publish`, { reason: '开始' });
    const first = await ask('POST', `${url}/v1/quotes?min-position=${position}`, basket);
    expect(first.pay).toBe(10_000);

    const stopped = await ask('POST', `${url}/v1/promotions/a/emergency-stop`, { reason: '标错价' });
    const second = await ask('POST', `${url}/v1/quotes?min-position=${stopped.position}`, basket);
    expect(second.pay).toBe(12_000);
    return first;
  });

  await served(async (url) => {
    const explained = await ask('GET', `${url}/v1/quotes/${before.id}`);
    expect(explained).toMatchObject({ pay: 10_000, verified: true, applied: before.applied, lines: before.lines });
    const promotion = await ask('GET', `${url}/v1/promotions/a?min-position=${before.position}`);
    expect(promotion).toMatchObject({ status: 'stopped', inForce: false });
  });
});
