import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { StoredEvent } from '../../src/commands/eventStore.js';
import { InMemoryPricingView, PRICING_PROJECTIONS } from '../../src/projections/pricing/inMemoryPricingView.js';
import { ArrayBus } from './arrayBus.js';
import { anAttempt, historyOf } from './randomHistory.js';
import { folded, said } from './saidByPricing.js';
import { logOf } from './sampleLog.js';
import { SqliteTrialTables } from './trialTables.js';

const never = new AbortController().signal;

let tables: SqliteTrialTables;

beforeAll(() => {
  tables = new SqliteTrialTables();
});

beforeEach(emptied);

afterAll(() => tables.close());

async function emptied(): Promise<void> {
  for (const projection of PRICING_PROJECTIONS) await tables.views.reset(projection);
}

test('starting from tables, wherever each of them is, and following is the fold of the log', async () => {
  const cut = fc.nat({ max: 60 });
  const cuts = fc.tuple(cut, cut, cut, cut);
  const startsAndFollows = fc.asyncProperty(
    fc.array(anAttempt, { maxLength: 40 }),
    cuts,
    cut,
    async (attempts, cuts, again) => {
      await emptied();
      const { log } = await historyOf(attempts);
      for (const [index, projection] of PRICING_PROJECTIONS.entries()) {
        await tables.fold(projection, log.slice(0, cuts[index]));
      }
      const from = Math.min(...cuts, log.length);
      const bus = new ArrayBus([log.slice(from), log.slice(again)]);
      const view = new InMemoryPricingView(bus);
      await view.start(tables.views);
      await view.run(never);
      expect(bus.subscribedAfter).toEqual([String(from)]);
      expect(await said(view)).toEqual(folded(log));
      expect(view.position()).toBe(String(log.length));
      expect(view.parked()).toEqual([]);
    },
  );
  await fc.assert(startsAndFollows, { numRuns: 60 });
}, 20_000);

const listed = (name: string) => ({ type: 'product-listed', data: { name, soldBy: 'piece' } });
const unreadable = { type: 'product-categorised', data: null };
const unknown = { type: 'product-recalled', data: {} };

async function followed(...batches: readonly (readonly StoredEvent[])[]): Promise<InMemoryPricingView> {
  const view = new InMemoryPricingView(new ArrayBus(batches));
  await view.run(never);
  return view;
}

describe('the pricing view', () => {
  test('passes over what comes twice, and its position never goes back', async () => {
    const log = logOf(
      ['product-demo.a', listed('梨')],
      ['product-demo.a', { type: 'product-renamed', data: { name: '雪梨' } }],
    );
    const view = await followed(log, log.slice(0, 1));
    expect(view.position()).toBe('2');
    expect(view.product('demo', 'a')).toMatchObject({ revision: 1, state: { name: '雪梨' } });
  });

  test('moves on over events it does not need', async () => {
    const view = await followed(logOf(['quote-demo.q', unknown], ['order-demo.o', unknown]));
    expect(view.position()).toBe('2');
    expect(view.waitsAt()).toBeNull();
  });

  test('stops at an event this version does not know, and says where', async () => {
    const log = logOf(['product-demo.a', listed('梨')], ['product-demo.a', unknown], ['product-demo.b', listed('桃')]);
    const view = await followed(log);
    expect(view.position()).toBe('1');
    expect(view.waitsAt()).toContain('product-demo.a holds product-recalled version 1 at position 2');
    expect(view.product('demo', 'b')).toBeUndefined();
  });

  test('parks a stream it cannot fold and goes on with the others, as the tables do', async () => {
    const log = logOf(
      ['product-demo.a', listed('梨')],
      ['product-demo.a', { type: 'product-listed', data: {} }],
      ['customer-demo.a', { type: 'customer-registered', data: {} }],
    );
    const broken = log.map((event, index) => (index === 1 ? { ...event, data: '{' } : event));
    const view = await followed(broken);
    expect(view.parked()).toEqual([
      expect.objectContaining({ stream: 'product-demo.a', position: '2', type: 'product-listed' }),
    ]);
    expect(view.product('demo', 'a')).toMatchObject({ revision: 0 });
    expect(view.customer('demo', 'a')).toMatchObject({ revision: 0 });
    expect(view.position()).toBe('3');
  });

  test('that starts from tables with a parked stream does not fold on over the gap', async () => {
    const log = logOf(
      ['product-demo.a', listed('梨')],
      ['product-demo.a', unreadable],
      ['product-demo.a', { type: 'product-renamed', data: { name: '雪梨' } }],
    ).map((event, index) => (index === 1 ? { ...event, data: '{' } : event));
    for (const projection of PRICING_PROJECTIONS) await tables.fold(projection, log.slice(0, 2));
    const view = new InMemoryPricingView(new ArrayBus([log.slice(2)]));
    await view.start(tables.views);
    await view.run(never);
    expect(view.product('demo', 'a')).toMatchObject({ revision: 0, state: { name: '梨' } });
    expect(view.parked()).toEqual([expect.objectContaining({ stream: 'product-demo.a', position: '3' })]);
  });

  test('tells readers when it has reached a position', async () => {
    const view = await followed(logOf(['product-demo.a', listed('梨')]));
    await expect(view.reached('1')).resolves.toBeUndefined();
  });
});
