import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ALL_PROJECTIONS } from '../../../src/infra/bootstrap/allProjections.js';
import { type PastQuery, pageAsOf } from '../../../src/projections/asOf/pageAsOf.js';
import { pricingViewAsOf } from '../../../src/projections/asOf/pricingViewAsOf.js';
import { InMemoryPricingView } from '../../../src/projections/pricing/inMemoryPricingView.js';
import type { AnyProjection } from '../../../src/projections/projection.js';
import { STATUS_NUMBERS } from '../../../src/projections/promotions/typeNumbers.js';
import { ArrayBus } from '../arrayBus.js';
import { anAttempt, historyOf } from '../randomHistory.js';
import { SqliteTrialTables } from '../trialTables.js';

const SHOPS = ['demo', 'other'];
const IDS = ['a', 'b', 'constructor'];
const AT = '2026-11-22T12:00:00.000Z';
const MOST = 100;
const never = new AbortController().signal;

const FILTERS: Readonly<Record<string, readonly NonNullable<PastQuery<unknown>['where']>[]>> = {
  promotions: [{ status: STATUS_NUMBERS.draft }, { status: STATUS_NUMBERS.published }, { kind: 'spend-threshold' }],
  products: [{ listed: 1 }],
  customers: [{ tier: 'gold' }],
};

let tables: SqliteTrialTables;
beforeAll(() => {
  tables = new SqliteTrialTables();
});
afterAll(() => tables.close());

/** Every list of a table, filtered in every way, as it answers now. */
async function listed(projection: AnyProjection) {
  const wheres = [{}, ...(FILTERS[projection.name] ?? [])];
  return Promise.all(
    SHOPS.flatMap((shop) => wheres.map((where) => tables.views.page(projection, { shop, where, limit: MOST }))),
  );
}

async function listedAsOf(projection: AnyProjection, store: Parameters<typeof pageAsOf>[0]['store'], position: string) {
  const wheres = [{}, ...(FILTERS[projection.name] ?? [])];
  const past = { store, views: tables.views };
  const pages = await Promise.all(
    SHOPS.flatMap((shop) =>
      wheres.map((where) => pageAsOf(past, projection, { shop, where, limit: MOST, fixed: ['kind'] }, position)),
    ),
  );
  return pages.map(({ rows }) => rows);
}

// The columns come in the order of the fold or of the stored document.
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value, sorted));
const sorted = (_: string, value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

describe('As of any position', () => {
  test('every list says what it said then, after whatever happened since', async () => {
    const attempts = fc.array(anAttempt, { maxLength: 30 });
    const sameAsThen = fc.asyncProperty(attempts, async (attempted) => {
      for (const projection of ALL_PROJECTIONS) await tables.views.reset(projection);
      const { store, log } = await historyOf(attempted);
      const then: unknown[] = [];
      for (const event of log) {
        for (const projection of ALL_PROJECTIONS) await tables.fold(projection, [event]);
        then.push(await Promise.all(ALL_PROJECTIONS.map(listed)));
      }
      for (const [index, { position }] of log.entries()) {
        const past = await Promise.all(ALL_PROJECTIONS.map((one) => listedAsOf(one, store, position)));
        expect(plain(past)).toEqual(plain(then[index]));
      }
    });
    await fc.assert(sameAsThen, { numRuns: 40 });
  }, 60_000);

  test('pricing knows what it knew then', async () => {
    const attempts = fc.array(anAttempt, { maxLength: 30 });
    const sameAsThen = fc.asyncProperty(attempts, fc.nat(), async (attempted, chosen) => {
      for (const projection of ALL_PROJECTIONS) await tables.views.reset(projection);
      const { store, log } = await historyOf(attempted);
      if (log.length === 0) return;
      for (const projection of ALL_PROJECTIONS) await tables.fold(projection, log);
      const until = log.slice(0, (chosen % log.length) + 1);
      const then = new InMemoryPricingView(new ArrayBus([until]));
      await then.run(never);
      for (const shop of SHOPS) {
        for (const customer of IDS) {
          const asOf = { position: until.at(-1)!.position, at: AT };
          const past = await pricingViewAsOf({ store, views: tables.views }, asOf, shop, { skus: IDS, customer });
          const said = (view: typeof past) => ({
            products: IDS.map((id) => view.product(shop, id)),
            customer: view.customer(shop, customer),
            policies: view.shop(shop),
            promotions: Object.fromEntries(view.promotions(shop)),
            offers: Object.fromEntries(view.offersInForce(shop, AT).byId),
            orders: view.orders(shop, customer),
          });
          expect(plain(said(past))).toEqual(plain(said(then)));
        }
      }
    });
    await fc.assert(sameAsThen, { numRuns: 60 });
  }, 60_000);
});

describe('A page of a past list', () => {
  const drafts = (ids: readonly string[]) =>
    ids.map((id, n) => ({
      aggregate: 0,
      decision: 0,
      shop: 'demo' as const,
      id: id as 'a',
      n,
      effectiveFrom: undefined,
    }));

  test('goes on after its last row, and ends', async () => {
    for (const projection of ALL_PROJECTIONS) await tables.views.reset(projection);
    const [promotions] = ALL_PROJECTIONS;
    const { store, log } = await historyOf(drafts(['a', 'b', 'constructor']));
    await tables.fold(promotions!, log);
    const past = { store, views: tables.views };
    const page = (after: string, position: string) =>
      pageAsOf(past, promotions!, { shop: 'demo', after, limit: 1 }, position);
    const first = await page('', log[1]!.position);
    expect([first.rows.map(({ id }) => id), first.next]).toEqual([['a'], 'a']);
    const second = await page('a', log[1]!.position);
    expect([second.rows.map(({ id }) => id), second.next]).toEqual([['b'], null]);
  });
});
