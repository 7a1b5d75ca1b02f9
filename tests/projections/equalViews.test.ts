import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { StoredEvent } from '../../src/commands/eventStore.js';
import { ALL_PROJECTIONS } from '../../src/infra/bootstrap/allProjections.js';
import type { AnyProjection } from '../../src/projections/projection.js';
import { rebuild } from '../../src/projections/rebuild.js';
import { anAttempt, historyOf } from './randomHistory.js';
import { SqliteTrialTables } from './trialTables.js';

/** Batches cut anywhere, each event delivered once or more, never one before those it follows. */
function delivered(log: readonly StoredEvent[], cuts: readonly number[]): readonly (readonly StoredEvent[])[] {
  const batches: (readonly StoredEvent[])[] = [];
  let next = 0;
  for (const cut of [...cuts, log.length]) {
    const again = cut % 3;
    batches.push(log.slice(Math.max(0, next - again), Math.min(log.length, next + cut)));
    if (cut % 2) batches.push(batches.at(-1)!);
    next = Math.min(log.length, next + cut);
  }
  return batches;
}

let tables: SqliteTrialTables;

beforeAll(() => {
  tables = new SqliteTrialTables();
});

beforeEach(emptied);

afterAll(() => tables.close());

async function emptied(): Promise<void> {
  for (const projection of ALL_PROJECTIONS) await tables.views.reset(projection);
}

async function dumps(): Promise<readonly string[]> {
  return (await Promise.all(ALL_PROJECTIONS.map((projection) => tables.views.dump(projection)))).flat();
}

describe('the tables of a log', () => {
  test('are the same to the byte however its events arrive, and when they are built anew', async () => {
    const attempts = fc.array(anAttempt, { maxLength: 40 });
    const cuts = fc.array(fc.nat({ max: 7 }), { maxLength: 12 });
    const sameHoweverDelivered = fc.asyncProperty(attempts, cuts, async (attempted, cut) => {
      await emptied();
      const { store, log } = await historyOf(attempted);
      for (const projection of ALL_PROJECTIONS) {
        for (const batch of delivered(log, cut)) expect(await tables.fold(projection, batch)).toEqual([]);
        expect((await tables.views.checkpoint(projection)).position).toBe(await store.head());
      }
      const live = await dumps();
      expect(live.length > 0).toBe(log.length > 0);
      for (const projection of ALL_PROJECTIONS) await rebuild(store, tables.views, projection);
      expect(await dumps()).toEqual(live);
    });
    await fc.assert(sameHoweverDelivered, { numRuns: 60 });
  }, 20_000);

  test('differ when a fold forgets an event: the comparison can fail', async () => {
    const attempts = [0, 1, 2, 3].map((n) => ({
      aggregate: 1,
      decision: 0,
      shop: 'demo' as const,
      id: 'a' as const,
      n,
      effectiveFrom: undefined,
    }));
    const { store } = await historyOf(attempts);
    const [, products] = ALL_PROJECTIONS;
    await rebuild(store, tables.views, products!);
    const right = await tables.views.dump(products!);
    const forgetful: AnyProjection = {
      ...products!,
      evolve: (row, event) => (event.type === 'product-renamed' ? row : products!.evolve(row, event)),
    };
    await rebuild(store, tables.views, forgetful);
    expect(await tables.views.dump(products!)).not.toEqual(right);
  });
});

describe('building anew', () => {
  test('says how far it is and ends at the head', async () => {
    const attempts = Array.from({ length: 5 }, (_, n) => ({
      aggregate: 1,
      decision: 0,
      shop: 'demo' as const,
      id: 'a' as const,
      n,
      effectiveFrom: undefined,
    }));
    const { store } = await historyOf(attempts);
    const told: string[] = [];
    const [, products] = ALL_PROJECTIONS;
    const done = await rebuild(store, tables.views, products!, ({ position, head }) =>
      told.push(`${position}/${head}`),
    );
    const head = await store.head();
    expect(told).toEqual([`${head}/${head}`]);
    expect(done).toEqual({ position: head, head, events: Number(head), compared: null });
  });

  test('of an empty log leaves empty tables', async () => {
    const { store } = await historyOf([]);
    const [, products] = ALL_PROJECTIONS;
    expect(await rebuild(store, tables.views, products!)).toEqual({
      position: '0',
      head: '0',
      events: 0,
      compared: null,
    });
    expect(await tables.views.dump(products!)).toEqual([]);
  });
});
