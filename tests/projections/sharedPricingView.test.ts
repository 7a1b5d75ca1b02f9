import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { comparePositions, type EventStore, START, type StoredEvent } from '../../src/commands/eventStore.js';
import { MemoryPricingViews } from '../../src/infra/memory/memoryPricingViews.js';
import type { EventBus } from '../../src/projections/eventBus.js';
import { PRICING_PROJECTIONS } from '../../src/projections/pricing/inMemoryPricingView.js';
import type { PricingViews } from '../../src/projections/pricing/pricingViews.js';
import { SharedPricingView } from '../../src/projections/pricing/sharedPricingView.js';
import { fold } from '../contract/pricingViews/foldedViews.js';
import { pricingLog } from '../contract/pricingViews/pricingLog.js';
import { anAttempt, historyOf } from './randomHistory.js';
import { folded, said } from './saidByPricing.js';
import { SqliteTrialTables } from './trialTables.js';

const never = new AbortController().signal;
const AT = '2026-11-22T12:00:00.000Z';

let tables: SqliteTrialTables;

beforeAll(() => {
  tables = new SqliteTrialTables();
});

beforeEach(emptied);

afterAll(() => tables.close());

async function emptied(): Promise<void> {
  for (const projection of PRICING_PROJECTIONS) await tables.views.reset(projection);
}

/** A log that is only read. */
function logged(log: readonly StoredEvent[]) {
  return {
    head: async () => log.at(-1)?.position ?? START,
    readStream: async (stream: string, { from = 0 } = {}) =>
      log.filter((event) => event.stream === stream && event.revision >= from),
    readAll: async (after: string, limit: number) =>
      log.filter(({ position }) => comparePositions(position, after) > 0).slice(0, limit),
  };
}

/** Stands for what is shared, in another state at every call. */
class Shifting implements Pick<PricingViews, 'start' | 'lookUp' | 'products' | 'checkpoint'> {
  #turn = 0;

  constructor(private readonly states: readonly (PricingViews | null)[]) {}

  start = async () => this.#now().start();
  lookUp = async (...asked: Parameters<PricingViews['lookUp']>) => this.#now().lookUp(...asked);
  products = async (shop: string) => this.#now().products(shop);
  checkpoint = async () => this.#now().checkpoint();

  #now(): PricingViews {
    const state = this.states[this.#turn++ % this.states.length];
    if (!state) throw new Error('away');
    return state;
  }
}

/** Delivers batches, and lets something happen before each and at the end. */
function pausing(batches: readonly (readonly StoredEvent[])[], pause: () => Promise<unknown>): EventBus {
  return {
    subscribe: async function* () {
      for (const events of batches) {
        await pause();
        yield { events, position: events.at(-1)?.position ?? START };
      }
      await pause();
    },
  };
}

function viewOf(log: readonly StoredEvent[], bus: EventBus, shared: PricingViews): SharedPricingView {
  const store = logged(log) as unknown as EventStore;
  return new SharedPricingView(bus, store, shared, tables.views, async () => undefined);
}

async function sharedAt(log: readonly StoredEvent[], cut: number): Promise<MemoryPricingViews> {
  const views = new MemoryPricingViews();
  if (cut === 0) return views;
  await views.reset();
  await fold(views, log.slice(0, cut));
  return views;
}

describe('a view that shares what it looks up', () => {
  test('says what the log says: whatever it starts from, and whatever state is shared whenever it looks', async () => {
    const cut = fc.nat({ max: 40 });
    const anyStates = fc.asyncProperty(
      fc.array(anAttempt, { maxLength: 40 }),
      fc.array(fc.option(cut), { minLength: 1, maxLength: 5 }),
      fc.tuple(cut, cut, cut, cut, cut),
      fc.tuple(cut, cut),
      async (attempts, sharedCuts, tableCuts, [first, again]) => {
        await emptied();
        const { log } = await historyOf(attempts);
        for (const [index, projection] of PRICING_PROJECTIONS.entries()) {
          await tables.fold(projection, log.slice(0, tableCuts[index]));
        }
        const states = await Promise.all(sharedCuts.map((at) => (at === null ? null : sharedAt(log, at))));
        const shared = new Shifting(states) as unknown as PricingViews;
        const batches = [log.slice(0, first), log.slice(Math.min(again, first), first), log.slice(first)];
        const bus = pausing(batches, async () => {
          await said(view);
          const at = await shared.checkpoint().catch(() => null);
          if (at) view.seen(at.position);
        });
        const view = viewOf(log, bus, shared);
        await view.start(tables.views);
        await view.run(never);
        expect(await said(view)).toEqual(folded(log));
        expect(view.position()).toBe(String(log.length));
      },
    );
    await fc.assert(anyStates, { numRuns: 150 });
  }, 60_000);

  test('counts orders from wherever it can: once each', async () => {
    for (let cut = 0; cut <= pricingLog.length; cut++) {
      const [older, whole] = [await sharedAt(pricingLog, cut), await sharedAt(pricingLog, pricingLog.length)];
      for (const states of [[older], [null], [whole, older]]) {
        const shared = new Shifting(states) as unknown as PricingViews;
        await emptied();
        for (const projection of PRICING_PROJECTIONS.slice(0, 4)) await tables.fold(projection, pricingLog);
        const counted: unknown[] = [];
        const ask = async () => counted.push((await prepared()).orders('demo', 'mei'));
        const bus = pausing([pricingLog.slice(0, 11), pricingLog.slice(11)], ask);
        const view = viewOf(pricingLog, bus, shared);
        const prepared = () => view.prepared('demo', { customer: 'mei', skus: [] }, AT);
        await view.start(tables.views);
        await view.run(never);
        expect(counted.at(-1)).toEqual({ placed: 2, cancelled: 1 });
      }
    }
  });

  test('names every product, also those no source knows', async () => {
    for (const states of [[pricingLog.length], [2], [0], [2, 0, pricingLog.length]]) {
      const shared = new Shifting(await Promise.all(states.map((cut) => sharedAt(pricingLog, cut))));
      await emptied();
      const view = viewOf(
        pricingLog,
        pausing([pricingLog], async () => {}),
        shared as unknown as PricingViews,
      );
      await view.start(tables.views);
      await view.run(never);
      const prepared = await view.prepared('demo', { customer: undefined, skus: 'all' }, AT);
      expect([...prepared.products('demo')].map(([sku, { revision }]) => [sku, revision]).sort()).toEqual([
        ['constructor', 0],
        ['fuji', 1],
      ]);
    }
  });

  test('says that it was not prepared instead of something wrong', async () => {
    const view = viewOf(
      pricingLog,
      pausing([], async () => {}),
      new MemoryPricingViews(),
    );
    expect(() => view.product('demo', 'fuji')).toThrow('ask the view that `prepared` gives');
  });
});
