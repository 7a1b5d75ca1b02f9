import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { v7 } from 'uuid';
import { ALL_PROJECTIONS } from '../../dist/infra/bootstrap/allProjections.js';
import { openPool } from '../../dist/infra/postgres/pool.js';
import { PostgresDriver } from '../../dist/infra/postgres/postgresDriver.js';
import { PostgresEventStore } from '../../dist/infra/postgres/postgresEventStore.js';
import { EVENT_COLUMNS, rowOf } from '../../dist/infra/sql/eventRow.js';
import { SqlViewStore } from '../../dist/infra/sql/sqlViewStore.js';
import { rebuild } from '../../dist/projections/rebuild.js';
import { rateOf, row } from './row.mjs';

const data = JSON.stringify({
  lines: Array.from({ length: 5 }, (_, i) => ({ sku: `apple-${i}`, grams: 1250, fen: 1990 })),
});
const QUOTES = 20_000;

/** Durable appends and rebuilds on PostgreSQL, beside the raw client. */
export async function benchPostgres(url, millis) {
  console.log(`\n## PostgreSQL: an event has ${Buffer.byteLength(data)} bytes of data, every commit is on disk\n`);
  await withLog(url, async ({ store, pool, own }) => {
    for (const [callers, events] of [
      [1, 1],
      [64, 1],
      [256, 1],
      [8, 100],
    ]) {
      const raw = await rawAppends(own, callers, events, millis);
      const ours = await appends(store, callers, events, millis);
      const what = `${events} event${events > 1 ? 's' : ''} an append, ${callers} in flight`;
      row(`raw pg: ${what}`, raw, raw);
      row(`append: ${what}`, ours, raw);
    }
    await reads(store, pool);
  });
  await withLog(url, rebuilds);
}

/** A log in a schema of its own, dropped afterwards. */
async function withLog(url, work) {
  const schema = `bench_${randomUUID().slice(0, 8)}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`CREATE SCHEMA ${schema}`);
  const own = new URL(url);
  own.searchParams.set('options', `-c search_path=${schema}`);
  const pool = openPool(own.href);
  const store = await PostgresEventStore.open(pool, own.href);
  try {
    await work({ store, pool, own: own.href });
  } finally {
    await store.close();
    await pool.end();
    await admin.query(`DROP SCHEMA ${schema} CASCADE`);
    await admin.end();
  }
}

/** The same rows into the same table by insert statements, a connection for each of up to 64 callers. */
async function rawAppends(url, callers, events, millis) {
  const pool = new pg.Pool({ connectionString: url, max: Math.min(callers, 64) });
  await pool.query(`CREATE TABLE raw (LIKE events INCLUDING ALL)`);
  const columns = EVENT_COLUMNS.split(', ');
  const places = Array.from(
    { length: events },
    (_, event) => `(${columns.map((_, i) => `$${event * columns.length + i + 1}`).join(', ')})`,
  );
  const insert = { name: 'insert', text: `INSERT INTO raw (${EVENT_COLUMNS}) VALUES ${places.join(', ')}` };
  let position = 0;
  const rate = await rateOf(callers, events, millis, (caller, round) => {
    const rows = someEvents(events).map((event, i) =>
      rowOf(event, `sample-raw.${caller}`, round * events + i, ++position),
    );
    return pool.query({ ...insert, values: rows.flat() });
  });
  await pool.query('DROP TABLE raw');
  await pool.end();
  return rate;
}

function appends(store, callers, events, millis) {
  const run = randomUUID().slice(0, 8);
  const expected = Array(callers).fill('none');
  return rateOf(callers, events, millis, async (caller) => {
    const stream = `sample-bench.${run}.${caller}`;
    expected[caller] = (await store.append(stream, expected[caller], someEvents(events))).revision;
  });
}

async function reads(store, pool) {
  const head = Number(await store.head());
  const timed = async (work) => {
    const began = performance.now();
    await work();
    return (head * 1_000) / (performance.now() - began);
  };
  const raw = await timed(async () => {
    for (let at = 0; at < head; at += 1_000) {
      await pool.query({
        name: 'raw read',
        rowMode: 'array',
        text: `SELECT ${EVENT_COLUMNS} FROM events WHERE position > $1 ORDER BY position LIMIT 1000`,
        values: [at],
      });
    }
  });
  const all = await timed(async () => {
    for (let after = '0'; Number(after) < head; ) after = (await store.readAll(after, 1_000)).at(-1).position;
  });
  const followed = await timed(async () => {
    for await (const page of store.follow('0', new AbortController().signal)) {
      if (Number(page.at(-1).position) >= head) return;
    }
  });
  console.log();
  row('raw pg: read in pages of 1,000, events', raw, raw);
  row('readAll in pages of 1,000, events', all, raw);
  row('follow from the start, events', followed, raw);
}

/** A read model made anew from a log of quotes as they are stored: a row an event. */
async function rebuilds({ store, pool }) {
  const { stored } = JSON.parse(
    readFileSync(new URL('../../tests/samples/events/quote-given.v2.json', import.meta.url)),
  );
  const { stream, revision, position, ...given } = stored;
  await Promise.all(
    Array.from({ length: QUOTES }, (_, n) => store.append(`quote-demo.q${n}`, 'none', [{ ...given, id: v7() }])),
  );
  const views = new SqlViewStore(await PostgresDriver.open(pool));
  const quotes = ALL_PROJECTIONS.find(({ name }) => name === 'quotes');
  const timed = async () => {
    const began = performance.now();
    await rebuild(store, views, quotes);
    return (QUOTES * 1_000) / (performance.now() - began);
  };
  console.log();
  row(`rebuild of ${QUOTES} quotes, events`, await timed());
  row('the same, compared with what serves', await timed());
}

function someEvents(count) {
  const now = new Date().toISOString();
  const commandId = randomUUID();
  return Array.from({ length: count }, () => ({
    id: v7(),
    type: 'sample-recorded',
    schemaVersion: 1,
    shop: 'orchard',
    recordedAt: now,
    effectiveFrom: now,
    actor: { principal: 'p-1', role: 'operator' },
    commandId,
    requestHash: 'a'.repeat(64),
    correlation: commandId,
    data,
  }));
}
