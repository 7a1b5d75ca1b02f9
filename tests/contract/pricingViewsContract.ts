import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { START } from '../../src/commands/eventStore.js';
import { MemoryPricingViews } from '../../src/infra/memory/memoryPricingViews.js';
import { pricingStep } from '../../src/projections/pricing/pricingStep.js';
import type { PricingStep, PricingViews } from '../../src/projections/pricing/pricingViews.js';
import { StepRefused } from '../../src/projections/viewStore.js';
import { anAttempt, historyOf } from '../projections/randomHistory.js';
import { fold } from './pricingViews/foldedViews.js';
import { pricingLog } from './pricingViews/pricingLog.js';

export interface TrialPricingViews {
  readonly views: PricingViews;
  readonly close: () => Promise<void>;
}

const nothing: Omit<PricingStep, 'from' | 'to'> = { rows: [], counts: [], rules: [], lost: [], parked: [] };
const parked = [{ stream: 'product-demo.x', position: '1', type: 'product-renamed', error: 'x' }];

/** What every keeper of pricing views must do. `open` gives empty ones, before each test. */
export function pricingViewsContract(name: string, open: () => Promise<TrialPricingViews>) {
  describe(`${name} as pricing views`, () => {
    let trial: TrialPricingViews;
    let views: PricingViews;

    beforeEach(async () => {
      trial = await open();
      views = trial.views;
    });

    afterEach(() => trial.close());

    test('say that there is nothing before they were ever filled', async () => {
      expect(await views.checkpoint()).toBeNull();
      expect(await views.start()).toBeNull();
      expect(await views.lookUp(['product-demo.fuji'], [])).toBeNull();
      expect(await views.products('demo')).toBeNull();
    });

    test('refuse a step before they were begun', async () => {
      await expect(views.commit({ ...nothing, from: START, to: '3' })).rejects.toThrow(StepRefused);
      expect(await views.checkpoint()).toBeNull();
    });

    describe('begun', () => {
      beforeEach(() => views.reset());

      test('stand at the start of the log and know nobody', async () => {
        expect(await views.checkpoint()).toEqual({ position: START, parked: [] });
        expect(await views.start()).toEqual({ position: START, rules: [], lost: new Map() });
        const looked = await views.lookUp(['product-demo.fuji'], ['customer-demo.mei']);
        expect(looked).toEqual({
          position: START,
          countedTo: START,
          rows: new Map(),
          counts: new Map([['customer-demo.mei', { placed: 0, cancelled: 0 }]]),
        });
      });

      test('show a step whole: products, customers, their orders, rules, lost holds, and how far it goes', async () => {
        await fold(views, pricingLog);
        const { rows, counts, position } = (await views.lookUp(
          ['product-demo.fuji', 'customer-demo.mei', 'product-demo.none'],
          ['customer-demo.mei'],
        ))!;
        expect(position).toBe(pricingLog.at(-1)!.position);
        expect([...rows.keys()]).toEqual(['product-demo.fuji', 'customer-demo.mei']);
        expect(rows.get('product-demo.fuji')).toMatchObject({ shop: 'demo', id: 'fuji', revision: 1, position: '2' });
        expect(counts).toEqual(new Map([['customer-demo.mei', { placed: 2, cancelled: 1 }]]));
        const { rules, lost } = (await views.start())!;
        expect(rules.map(({ shop, rows: ruling }) => [shop, ruling.map(({ id }) => id).sort()]).sort()).toEqual([
          ['demo', ['new', 'settings']],
          ['other', ['new']],
        ]);
        expect(lost).toEqual(new Map([['order-demo.second', ['new.stock']]]));
      });

      test('name every product of a shop, and of that shop alone', async () => {
        await fold(views, pricingLog);
        expect([...(await views.products('demo'))!.rows.keys()].sort()).toEqual([
          'product-demo.constructor',
          'product-demo.fuji',
        ]);
        expect([...(await views.products('other'))!.rows.keys()]).toEqual(['product-other.fuji']);
        expect((await views.products('nobody'))!.rows.size).toBe(0);
      });

      test('keep what was parked', async () => {
        await views.commit({ ...nothing, from: START, to: '7', parked });
        expect(await views.checkpoint()).toEqual({ position: '7', parked });
      });

      test('refuse a step from where they do not stand, and nothing of it is seen', async () => {
        await fold(views, pricingLog.slice(0, 4));
        const before = await views.dump();
        const { step } = pricingStep({ position: '3', parked: [] }, pricingLog.slice(4), new Map(), new Map());
        await expect(views.commit(step)).rejects.toThrow(StepRefused);
        expect(await views.dump()).toEqual(before);
      });

      test('let one of two keepers win a step, and count it once', async () => {
        const { step } = pricingStep({ position: START, parked: [] }, pricingLog, new Map(), new Map());
        const done = await Promise.allSettled([views.commit(step), views.commit(step)]);
        expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
        const { counts } = (await views.lookUp([], ['customer-demo.mei']))!;
        expect(counts.get('customer-demo.mei')).toEqual({ placed: 2, cancelled: 1 });
      });

      test('are empty after they were reset', async () => {
        const empty = await views.dump();
        await fold(views, pricingLog);
        await views.reset();
        expect(await views.dump()).toEqual(empty);
        await fold(views, pricingLog);
        expect((await views.checkpoint())!.position).toBe(pricingLog.at(-1)!.position);
      });
    });

    test('of any history, in steps of any size, are equal to those folded in memory at once', async () => {
      const anyHistory = fc.asyncProperty(
        fc.array(anAttempt, { maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        async (attempts, size) => {
          const { log } = await historyOf(attempts);
          const memory = new MemoryPricingViews();
          for (const one of [views, memory]) await one.reset();
          await fold(views, log, size);
          await fold(memory, log);
          expect(await views.dump()).toEqual(await memory.dump());
        },
      );
      await fc.assert(anyHistory, { numRuns: 25 });
    });

    test('are led by one at a time, and by that one again', async () => {
      expect(await views.lead('a')).toBe(true);
      expect(await views.lead('a')).toBe(true);
    });
  });
}
