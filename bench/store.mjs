/**
 * What the embedded log does a second, beside what bare libsql does in the same run on the same disk: machines have slow
 * hours, so the ratio is what to compare. Needs `npm run build`. BENCH_SECONDS (default 2) is the length of a row.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { v7 } from 'uuid';
import { EVENT_COLUMNS, rowOf } from '../dist/infra/sql/eventRow.js';
import { closeDatabase, openDatabase } from '../dist/infra/sqlite/database.js';
import { SqliteEventStore } from '../dist/infra/sqlite/sqliteEventStore.js';
import { inTransaction } from '../dist/infra/sqlite/transaction.js';

const MILLIS = Number(process.env.BENCH_SECONDS ?? 2) * 1000;
const folder = mkdtempSync(join(process.env.BENCH_FOLDER ?? tmpdir(), 'orchard-bench-'));
const data = JSON.stringify({
  lines: Array.from({ length: 5 }, (_, i) => ({ sku: `apple-${i}`, grams: 1250, fen: 1990 })),
});

try {
  const raw = await bareLibsql();
  const row = (name, rate, base, note = '') =>
    console.log(`${name.padEnd(34)}${rate.toFixed(0).padStart(9)}/s ${(rate / base).toFixed(2).padStart(6)} ${note}`);
  console.log(`an event has ${Buffer.byteLength(data)} bytes of data; the ratio is to the bare row in its group\n`);
  row('bare insert, a commit each', raw.single, raw.single);
  row('append, 1 in flight', (await appends(1, 1)).rate, raw.single);
  for (const inFlight of [64, 256]) {
    const { rate, loop } = await appends(inFlight, 1);
    row(`append, ${inFlight} in flight`, rate, raw.single, `loop delay ${loop}`);
  }
  console.log();
  row('bare insert, 100 a commit, events', raw.hundred, raw.hundred);
  const { rate, loop, store, close } = await appends(1, 100, true);
  row('append of 100, events', rate, raw.hundred, `loop delay ${loop}`);
  const many = await appends(8, 100);
  row('append of 100, 8 in flight, events', many.rate, raw.hundred, `loop delay ${many.loop}`);
  console.log();
  row('bare select, pages of 1,000, events', raw.read, raw.read);
  row('readAll, pages of 1,000, events', await readAll(store), raw.read);
  row('follow from the start, events', await follow(store), raw.read);
  await close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Events a second with so many appends of so many events in flight, each writer on a stream of its own. */
async function appends(inFlight, atOnce, keepOpen = false) {
  const db = openDatabase(join(folder, `${randomUUID()}.db`));
  const store = new SqliteEventStore(db);
  const close = async () => {
    await store.close();
    await closeDatabase(db);
  };
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let stored = 0;
  const start = performance.now();
  const until = start + MILLIS;
  delay.enable();
  await Promise.all(
    Array.from({ length: inFlight }, async (_, writer) => {
      let expected = 'none';
      while (performance.now() < until) {
        const { revision } = await store.append(`sample-orchard.w${writer}`, expected, someEvents(atOnce));
        expected = revision;
        stored += atOnce;
      }
    }),
  );
  const rate = (stored * 1000) / (performance.now() - start);
  delay.disable();
  const millis = (nanos) => (nanos / 1e6).toFixed(1);
  const loop = `p50 ${millis(delay.percentile(50))} p99 ${millis(delay.percentile(99))} max ${millis(delay.max)} ms`;
  if (!keepOpen) await close();
  return { rate, loop, store, close };
}

async function readAll(store) {
  const start = performance.now();
  let count = 0;
  for (let after = '0'; ; ) {
    const page = await store.readAll(after, 1_000);
    count += page.length;
    if (page.length < 1_000) return (count * 1000) / (performance.now() - start);
    after = page.at(-1).position;
  }
}

async function follow(store) {
  const head = await store.head();
  const start = performance.now();
  for await (const page of store.follow('0', new AbortController().signal)) {
    if (page.at(-1).position === head) return (Number(head) * 1000) / (performance.now() - start);
  }
}

/** The same table, rows and pragmas without a store: what the disk and libsql give at best. */
async function bareLibsql() {
  const db = openDatabase(join(folder, 'bare.db'));
  await new SqliteEventStore(db).close();
  const insert = db.prepare(`INSERT INTO events (${EVENT_COLUMNS}) VALUES (${'?,'.repeat(15)}?)`);
  let position = 0;
  const write = (count) => {
    for (const event of someEvents(count)) {
      position++;
      insert.run(rowOf(event, 'sample-orchard.bare', position, position));
    }
  };
  const single = rateOf(1, () => inTransaction(db, () => write(1)));
  const hundred = rateOf(100, () => inTransaction(db, () => write(100)));
  const select = db
    .prepare(`SELECT ${EVENT_COLUMNS} FROM events WHERE position > ? ORDER BY position LIMIT 1000`)
    .raw();
  const start = performance.now();
  for (let at = 0; at < position; ) at = select.all([at]).at(-1)[0];
  const read = (position * 1000) / (performance.now() - start);
  await closeDatabase(db);
  return { single, hundred, read };
}

function rateOf(count, work) {
  const start = performance.now();
  let done = 0;
  for (; performance.now() < start + MILLIS; done += count) work();
  return (done * 1000) / (performance.now() - start);
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
