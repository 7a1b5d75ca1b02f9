import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type ApiUnderTest, apiUnderTest } from './support/apiUnderTest.js';
import { givenTrialShop, SPEND_100_GET_20 } from './support/trialShop.js';

let api: ApiUnderTest;
const prototypeBefore = Object.getOwnPropertyNames(Object.prototype).sort();
beforeAll(async () => {
  api = await apiUnderTest();
  await givenTrialShop(api);
});
afterAll(async () => {
  await api.close();
});

/** Answers are held against their schemas by `ask`; what is left to hold here is that nothing is ever our fault. */
const survives = async (
  method: string,
  path: string,
  asked: { raw?: string | Uint8Array; headers?: Record<string, string> },
) => {
  const { status, text } = await api.ask(method, path, asked);
  expect(status).toBeLessThan(500);
  expect(text).not.toMatch(/\bat (?:\/|file:|Object\.|node:)|SQLITE|node_modules|zod/i);
};

const nasty = fc.oneof(
  fc.constantFrom(
    null,
    true,
    '',
    0,
    -1,
    1.5,
    1e21,
    Number.MAX_SAFE_INTEGER + 1,
    '__proto__',
    '{{7*7}}',
    "'; drop table event; --",
  ),
  fc.constantFrom(
    '\u202e右',
    '👨‍👩‍👧',
    'a\u0301',
    '\u2028',
    '../../etc/passwd',
    '2026-02-30T00:00:00Z',
    'Asia/Nowhere',
  ),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.integer(),
  fc.array(fc.integer(), { maxLength: 3 }),
);

/** A good body with some of its leaves, anywhere, replaced by something else. */
function mutated(good: unknown): fc.Arbitrary<unknown> {
  if (Array.isArray(good)) return fc.oneof({ weight: 6, arbitrary: fc.tuple(...good.map(mutated)) }, nasty);
  if (typeof good === 'object' && good !== null) {
    const fields = Object.fromEntries(Object.entries(good).map(([key, value]) => [key, mutated(value)]));
    return fc.oneof({ weight: 8, arbitrary: fc.record(fields) }, fc.record(fields, { requiredKeys: [] }), nasty);
  }
  return fc.oneof({ weight: 8, arbitrary: fc.constant(good) }, nasty);
}

const RICH_TERMS = {
  ...SPEND_100_GET_20,
  scope: { categories: ['apple'], except: { skus: ['melon'] } },
  audience: { tiers: ['gold'], newCustomer: true },
  schedule: {
    from: '2026-01-01T00:00:00Z',
    recurrence: { zone: 'Asia/Shanghai', weekdays: ['mon'], hours: [{ from: '10:00', to: '12:00' }] },
  },
  stacking: { lane: 30, priority: 5, exclusive: 'order' },
  cap: 5_000,
};

describe('Whatever is sent', () => {
  test('as a body of any write, the answer is never our fault', async () => {
    const writes = api.routes.filter((route) => route.body);
    for (const { method, path, example } of writes) {
      const bodies = fc.sample(mutated(example), { numRuns: 25, seed: 7 });
      for (const [index, body] of bodies.entries()) {
        const at = path.replaceAll(/\{\w+\}/g, `fuzz${index % 5}`);
        await survives(method, at, { raw: JSON.stringify(body), headers: { 'if-match': '*' } });
      }
    }
  }, 60_000);

  test('as the terms of a promotion, the answer is never our fault', async () => {
    for (const terms of fc.sample(mutated(RICH_TERMS), { numRuns: 200, seed: 11 })) {
      await survives('POST', '/v1/promotions', { raw: JSON.stringify({ terms }) });
    }
  }, 60_000);

  test('as bytes, the answer is never our fault', async () => {
    const good = JSON.stringify({ lines: [{ id: '1', sku: 'melon', quantity: 1 }] });
    const cut = fc.nat(good.length).map((at) => Buffer.from(good.slice(0, at)));
    const noise = fc.uint8Array({ minLength: 1, maxLength: 80 });
    const flipped = fc.tuple(fc.nat(good.length - 1), fc.nat(255)).map(([at, byte]) => {
      const bytes = Buffer.from(good);
      bytes[at] = byte;
      return bytes;
    });
    for (const raw of fc.sample(fc.oneof(cut, noise, flipped), { numRuns: 300, seed: 13 })) {
      await survives('POST', '/v1/quotes', { raw });
    }
  }, 60_000);

  test('as paths, queries and headers, the answer is never our fault', async () => {
    const words = fc.sample(fc.string({ unit: 'binary', maxLength: 40 }), { numRuns: 100, seed: 17 });
    const encoded = words.map(encodeURIComponent);
    for (const word of [...encoded, '%', '%zz', '%c0%af', '..%2f..', '__proto__', 'constructor']) {
      for (const path of [
        `/v1/products/${word}`,
        `/v1/products?cursor=${word}`,
        `/v1/events?after=${word}`,
        `/${word}`,
      ]) {
        await survives('GET', path, {});
      }
      await survives('GET', `/v1/products?${word}=1&__proto__[x]=1`, {
        headers: { 'x-request-id': word, accept: word },
      });
    }
  }, 60_000);

  test('Object.prototype is as it was', () => {
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(prototypeBefore);
    expect(Object.keys({})).toEqual([]);
  });
});
