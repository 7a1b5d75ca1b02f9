import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { StoredEvent } from '../../../src/commands/eventStore.js';
import { repriceProduct } from '../../../src/commands/product/repriceProduct.js';
import { type QuoteVerdict, verifyQuote } from '../../../src/commands/quote/verifyQuote.js';
import { type QuotesVerified, verifyQuotes } from '../../../src/commands/quote/verifyQuotes.js';
import { canonicalJson } from '../../../src/domain/kernel/canonicalJson.js';
import type { QuoteGiven } from '../../../src/domain/quote/events.js';
import { asAppended } from '../../contract/eventStore/sampleEvents.js';
import { rejectionOf } from '../rejectionOf.js';
import { aContext } from '../trialContext.js';
import { TrialShop } from './trialShop.js';

let shop: TrialShop;
let stored: StoredEvent;

beforeEach(async () => {
  shop = new TrialShop();
  await shop.sells('kiwi', 250);
  await shop.offers('tenth_off', { kind: 'percentage', benefit: { percentOffBp: 1_000 } });
  await shop.offers('one_yuan', { benefit: { amountOff: 100 } });
  await shop.offers('flash', {
    kind: 'flash-sale',
    benefit: { price: 240 },
    scope: { skus: ['kiwi'] },
    schedule: { from: '2026-11-22T00:00:00.000Z', until: '2026-11-22T12:05:00.000Z' },
    limits: { stock: 100 },
  });
  const { id } = await shop.quote({ lines: [{ id: '1', sku: 'kiwi', quantity: 4 }], delivery: 800 });
  stored = (await shop.store.readStream(`quote-demo.${id}`))[0]!;
});

afterEach(() => shop.close());

const given = () => JSON.parse(stored.data) as QuoteGiven;
const idOf = ({ stream }: StoredEvent) => stream.slice(stream.indexOf('.') + 1);

async function forged(data: string, more: Partial<StoredEvent> = {}): Promise<QuoteVerdict> {
  await shop.store.append('quote-demo.forged', 'none', [{ ...asAppended(stored), id: 'forged', ...more, data }]);
  return verifyQuote(shop, 'demo', 'forged');
}

describe('a quote priced again from the log alone', () => {
  test('is equal to the byte, whatever was recorded after it', async () => {
    await shop.told(repriceProduct, { sku: 'kiwi', unitPrice: 1, effectiveFrom: '2026-11-01T00:00:00.000Z' });
    expect(await verifyQuote(shop, 'demo', idOf(stored))).toEqual({
      shop: 'demo',
      quote: idOf(stored),
      position: stored.position,
      recordedAt: stored.recordedAt,
      verdict: 'equal',
      pay: given().amounts.pay,
      result: given().result,
    });
  });

  test.each<[string, string, (quote: QuoteGiven) => object]>([
    ['list', '/amounts/list', ({ amounts }) => ({ amounts: { ...amounts, list: 999, pay: 1 } })],
    [
      'offer tenth_off',
      '/amounts/gave/tenth_off',
      ({ amounts }) => ({ amounts: { ...amounts, pay: 1, gave: { ...amounts.gave, tenth_off: 7 } } }),
    ],
    [
      'offer ghost',
      '/amounts/gave/ghost',
      ({ amounts }) => ({ amounts: { ...amounts, gave: { ...amounts.gave, ghost: 7 } } }),
    ],
    ['lines', '/amounts/lines/0', ({ amounts }) => ({ amounts: { ...amounts, lines: [1] } })],
    ['totals', '/amounts/pay', ({ amounts }) => ({ amounts: { ...amounts, pay: amounts.pay - 1 } })],
    ['facts', '/facts/local/Asia~1Shanghai', ({ facts }) => ({ facts: { ...facts, local: { 'Asia/Shanghai': 'x' } } })],
    ['promise', '/validUntil', () => ({ validUntil: '2026-11-22T12:15:00.000Z' })],
    ['promise', '/currency', () => ({ currency: 'USD' })],
    ['result', '/result', () => ({ result: '0'.repeat(64) })],
    ['record', '/note', () => ({ note: 'slipped in' })],
  ])('that was changed shows it first at %s, %s', async (step, pointer, change) => {
    const changed = { ...given(), ...change(given()) };
    const verdict = await forged(canonicalJson(changed));
    expect(verdict).toMatchObject({ verdict: 'different', difference: { step, pointer } });
  });

  test('with a fact it was not reckoned from differs', async () => {
    await shop.told(repriceProduct, { sku: 'kiwi', unitPrice: 300 });
    const { facts } = given();
    const verdict = await forged(canonicalJson({ ...given(), facts: { ...facts, products: { kiwi: 3 } } }));
    expect(verdict).toMatchObject({
      verdict: 'different',
      difference: { step: 'list', pointer: '/amounts/list', recorded: 1_000, again: 1_200 },
    });
  });

  test('written in other bytes differs', async () => {
    const verdict = await forged(`${stored.data} `);
    expect(verdict).toMatchObject({ verdict: 'different', difference: { step: 'record', pointer: '' } });
  });

  test.each<[string, () => string, Partial<StoredEvent>, string]>([
    [
      'a fact the log does not have',
      () => canonicalJson({ ...given(), facts: { ...given().facts, products: { kiwi: 7 } } }),
      {},
      'the quote was reckoned from product-demo.kiwi at revision 7, but the log has only revisions up to 2',
    ],
    ['data that is no JSON', () => 'kiwi', {}, 'JSON'],
    ['a version to come', () => stored.data, { schemaVersion: 99 }, 'which this version of Orchard does not know'],
  ])('with %s cannot be priced, and says why', async (_, data, more, reason) => {
    expect(await forged(data(), more)).toMatchObject({
      verdict: 'unpriceable',
      reason: expect.stringContaining(reason),
    });
  });

  test('that was never given is unknown', async () => {
    expect((await rejectionOf(verifyQuote(shop, 'demo', 'q9'))).code).toBe('QUOTE_UNKNOWN');
  });
});

describe('all quotes of a log', () => {
  async function verified(asked: { since?: string; shop?: string; signal?: AbortSignal } = {}) {
    const verdicts: QuoteVerdict[] = [];
    const summary: QuotesVerified = await verifyQuotes(shop, {
      ...asked,
      onVerdict: (verdict) => verdicts.push(verdict),
    });
    return { verdicts, summary };
  }

  async function quotedWhilePricesChange(): Promise<void> {
    for (let day = 23; day < 27; day++) {
      shop.machine.clock = `2026-11-${day}T12:00:00.000Z`;
      await shop.told(repriceProduct, { sku: 'kiwi', unitPrice: day * 100 });
      for (const quantity of [1, 2]) {
        await shop.quote(
          { lines: [{ id: '1', sku: 'kiwi', quantity }] },
          aContext({ commandId: `${day}-${quantity}` }),
        );
      }
    }
  }

  test('are priced again in their order, each with the facts of its time', async () => {
    await quotedWhilePricesChange();
    const { verdicts, summary } = await verified();
    expect(summary).toMatchObject({ quotes: 9, equal: 9, different: 0, unpriceable: 0, whole: true, unknown: {} });
    expect(summary.position).toBe(await shop.store.head());
    expect(new Set(verdicts.map((verdict) => verdict.verdict === 'equal' && verdict.pay)).size).toBeGreaterThan(4);
  });

  test('can be those since an instant, or of one shop', async () => {
    await quotedWhilePricesChange();
    expect((await verified({ since: '2026-11-25T12:00:00.000Z' })).summary.quotes).toBe(4);
    expect((await verified({ shop: 'elsewhere' })).summary.quotes).toBe(0);
  });

  test('a quote that knew less than the one before it is equal too', async () => {
    await shop.told(repriceProduct, { sku: 'kiwi', unitPrice: 300 });
    await shop.quote({ lines: [{ id: '1', sku: 'kiwi', quantity: 2 }] }, aContext({ commandId: 'newer' }));
    await shop.store.append('quote-demo.late', 'none', [{ ...asAppended(stored), id: 'late' }]);
    expect((await verified()).summary).toMatchObject({ quotes: 3, equal: 3 });
  });

  test('a forged one is found among them, the others are still verified', async () => {
    await forged(canonicalJson({ ...given(), result: '0'.repeat(64) }));
    await quotedWhilePricesChange();
    const { verdicts, summary } = await verified();
    expect(summary).toMatchObject({ quotes: 10, equal: 9, different: 1, whole: true });
    expect(verdicts.find(({ verdict }) => verdict === 'different')).toMatchObject({ quote: 'forged' });
  });

  test('events of unknown types are passed over and counted', async () => {
    await shop.store.append('pip-demo.p1', 'none', [{ ...asAppended(stored), id: 'p1', type: 'pip-spat' }]);
    expect((await verified()).summary.unknown).toEqual({ 'pip-spat/2': 1 });
  });

  test('an instant before the first event is refused in words', async () => {
    await expect(verified({ since: '2020-01-01T00:00:00.000Z' })).rejects.toThrow(
      '2020-01-01T00:00:00.000Z is before the first event of the log, of 2026-11-22T12:00:00.000Z at position 1',
    );
  });

  test('that were interrupted are not said to be whole', async () => {
    expect((await verified({ signal: AbortSignal.abort() })).summary).toMatchObject({ quotes: 0, whole: false });
  });
});
