/**
 * npm run bench -- asOf: the list of promotions as of a past instant, in logs of 10,000 to 1,000,000 events: 1,000
 * promotions whose terms and status change all through it, among quotes. Beside it, in the same run, what it replaces:
 * folding the log up to there. Both answers are compared. BENCH_EVENTS (10000,100000,1000000) are the sizes.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { asOfOf } from '../dist/commands/asOf/asOf.js';
import { encode } from '../dist/commands/storedEvents.js';
import { instantOf } from '../dist/domain/kernel/instant.js';
import { SqlViewStore } from '../dist/infra/sql/sqlViewStore.js';
import { closeDatabase, openDatabase } from '../dist/infra/sqlite/database.js';
import { SqliteDriver } from '../dist/infra/sqlite/sqliteDriver.js';
import { SqliteEventStore } from '../dist/infra/sqlite/sqliteEventStore.js';
import { pageAsOf } from '../dist/projections/asOf/pageAsOf.js';
import { nextRow } from '../dist/projections/foldBatch.js';
import { promotionsProjection } from '../dist/projections/promotions/promotionsProjection.js';
import { rebuild } from '../dist/projections/rebuild.js';
import { Dice, offersInForce } from './pricingShop.mjs';

const PROMOTIONS = 1_000;
const BEGAN = Date.UTC(2026, 0, 1);
const AT_ONCE = 400;
const ROUNDS = 9;
const sizes = (process.env.BENCH_EVENTS ?? '10000,100000,1000000').split(',').map(Number);
const quantile = (times, part) => times.toSorted((a, b) => a - b)[Math.floor(part * (times.length - 1))].toFixed(1);

for (const size of sizes) {
  const folder = mkdtempSync(join(tmpdir(), 'orchard-as-of-'));
  const database = openDatabase(join(folder, 'log.db'));
  try {
    const store = new SqliteEventStore(database);
    const views = new SqlViewStore(new SqliteDriver(database));
    await writeLog(store, size);
    await views.reset(promotionsProjection);
    await rebuild(store, views, promotionsProjection);
    await measure(store, views, size);
    await store.close();
  } finally {
    await closeDatabase(database);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(store, views, size) {
  for (const part of [0.1, 0.5, 0.9]) {
    const said = { instant: instantOf(BEGAN + Math.floor(size * part) * 1_000) };
    const [page, all] = [[], []];
    let rows = [];
    let position;
    for (let round = 0; round < ROUNDS; round++) {
      ({ position } = await timed(page, async () => {
        const asOf = await asOfOf(store, instantOf(Date.now() + 1e12), said);
        await pageAsOf({ store, views }, promotionsProjection, { shop: 'demo', limit: 200 }, asOf.position);
        return asOf;
      }));
      rows = await timed(all, async () => {
        const found = await pageAsOf(
          { store, views },
          promotionsProjection,
          { shop: 'demo', limit: PROMOTIONS },
          position,
        );
        return found.rows;
      });
    }
    const folding = [];
    const folded = await timed(folding, () => foldedUntil(store, position));
    const same = isDeepStrictEqual(plain(rows), plain([...folded.values()].sort((a, b) => (a.id < b.id ? -1 : 1))));
    console.log(
      `${size} events, as of ${part * 100} %: a page of 200 p50 ${quantile(page, 0.5)} ms, max ${quantile(page, 1)} ms; ` +
        `all ${rows.length} p50 ${quantile(all, 0.5)} ms; folding the log ${quantile(folding, 0.5)} ms; ` +
        `${same ? 'equal' : 'NOT EQUAL'}`,
    );
    if (!same) process.exitCode = 1;
  }
}

async function timed(times, work) {
  const began = performance.now();
  const made = await work();
  times.push(performance.now() - began);
  return made;
}

async function foldedUntil(store, position) {
  const rows = new Map();
  for (let after = '0'; ; ) {
    const page = await store.readAll(after, 1_000);
    for (const event of page) {
      if (Number(event.position) > Number(position)) return rows;
      if (event.stream.startsWith('promotion-'))
        rows.set(event.stream, nextRow(promotionsProjection, rows.get(event.stream), event));
    }
    if (page.length < 1_000) return rows;
    after = page.at(-1).position;
  }
}

function plain(rows) {
  return rows.map(({ id, revision, document }) => [id, revision, JSON.parse(JSON.stringify(document))]);
}

/** An event a second; one in twenty is about a promotion: drafted, published, then paused, resumed or revised. */
async function writeLog(store, size) {
  const dice = new Dice(1);
  const terms = offersInForce(PROMOTIONS, 1).map(({ id, ruleVersion: _, ...said }) => [id, { name: id, ...said }]);
  const revisions = new Map();
  let under = [];
  for (let n = 0; n < size; n++) {
    const about = n < 2 * PROMOTIONS ? n % PROMOTIONS : n % 20 === 0 ? dice.below(PROMOTIONS) : -1;
    const stream = about < 0 ? `quote-demo.q${n}` : `promotion-demo.${terms[about][0]}`;
    const revision = revisions.get(stream) ?? 0;
    if (about >= 0) revisions.set(stream, revision + 1);
    const event = about < 0 ? { type: 'quote-taken', data: { order: `o${n}` } } : change(terms[about][1], revision);
    const at = instantOf(BEGAN + n * 1_000);
    const id = `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
    const envelope = {
      id,
      shop: 'demo',
      recordedAt: at,
      effectiveFrom: at,
      actor: { principal: 'bench', role: 'admin' },
    };
    const asked = { commandId: id, requestHash: '', correlation: id };
    const expected = revision === 0 ? 'none' : revision - 1;
    under.push(store.append(stream, expected, [{ ...envelope, ...asked, ...encode(event) }]));
    if (under.length === AT_ONCE) {
      await Promise.all(under);
      under = [];
    }
  }
  await Promise.all(under);
}

function change(terms, revision) {
  if (revision === 0) return { type: 'promotion-drafted', data: { terms } };
  if (revision === 1) return { type: 'promotion-published', data: { reason: '试' } };
  const kinds = [
    { type: 'promotion-paused', data: {} },
    { type: 'promotion-resumed', data: {} },
    { type: 'promotion-revised', data: { terms: { ...terms, priority: revision } } },
  ];
  return kinds[revision % 3];
}
