/**
 * A flash sale of one product: holds a second on one hot allowance over the embedded log, fsync before each answer,
 * beside what the log itself does in the same run; refusals a second once it is sold out; and how long an allowance of
 * 100,000 events takes to load cold. Needs `npm run build`. `--json FILE` writes the figures, BENCH_SECONDS (default 2)
 * is the length of a row.
 */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { holdAllowance } from '../dist/commands/allowance/holdAllowance.js';
import { GroupCommit } from '../dist/commands/groupCommit.js';
import { handleHot } from '../dist/commands/handleHot.js';
import { loadStream } from '../dist/commands/loadStream.js';
import { allowanceAggregate } from '../dist/domain/allowance/stream.js';
import { closeDatabase, openDatabase } from '../dist/infra/sqlite/database.js';
import { SqliteEventStore } from '../dist/infra/sqlite/sqliteEventStore.js';
import { systemMachine } from '../dist/infra/system/machine.js';
import { localTimeIn } from '../dist/infra/zones/localTimes.js';

const MILLIS = Number(process.env.BENCH_SECONDS ?? 2) * 1000;
const IN_FLIGHT = Number(process.env.BENCH_IN_FLIGHT ?? 1_024);
const BATCH = 256;
const COLD_EVENTS = 100_000;
const jsonFile = process.argv.includes('--json') ? process.argv[process.argv.indexOf('--json') + 1] : undefined;

const folder = mkdtempSync(join(process.env.BENCH_FOLDER ?? tmpdir(), 'orchard-flash-'));
const machine = systemMachine(localTimeIn);
const hold = holdAllowance(machine);
const ALLOWANCE = 'flash.stock';
const STREAM = `allowance-demo.${ALLOWANCE}`;
const termsOf = (total) => ({ unit: 'stock', total, source: { promotion: 'flash', revision: 1 } });
const until = new Date(Date.now() + 20 * 60_000).toISOString();

try {
  const [flag, file] = process.argv.slice(2);
  if (flag === '--load') await load(file);
  else await sale();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function sale() {
  const store = { singlePerSecond: await storeRate(1), batchedPerSecond: await storeRate(BATCH) };
  const full = await holds(1e12, asFastAsPossible);
  const paced = await holds(1e12, pacedAt(full.perSecond / 2));
  const soldOut = await refusals();
  const cold = await coldLoad();
  const report = {
    store,
    inProcess: { confirmedPerSecond: full.perSecond, p50Millis: paced.p50, p99Millis: paced.p99 },
    refusals: { inProcessPerSecond: soldOut.perSecond },
    coldLoad: { events: COLD_EVENTS, millis: cold },
    oversold: full.oversold + paced.oversold + soldOut.oversold,
  };
  const row = (name, value, note = '') => console.log(`${name.padEnd(44)}${value.padStart(12)}  ${note}`);
  row('log, one event an append, 1 in flight', `${store.singlePerSecond.toFixed(0)}/s`);
  row(`log, ${BATCH} events an append, events`, `${store.batchedPerSecond.toFixed(0)}/s`);
  const share = full.perSecond / store.batchedPerSecond;
  row(
    `holds, ${IN_FLIGHT} in flight`,
    `${full.perSecond.toFixed(0)}/s`,
    `${share.toFixed(2)} of the log's batched rate`,
  );
  row('holds at half that rate, evenly paced', `p99 ${paced.p99.toFixed(1)} ms`, `p50 ${paced.p50.toFixed(1)} ms`);
  row('refusals once sold out', `${soldOut.perSecond.toFixed(0)}/s`);
  row(`cold load of ${COLD_EVENTS} events`, `${cold.toFixed(0)} ms`);
  row('oversold', String(report.oversold));
  if (jsonFile) writeFileSync(jsonFile, `${JSON.stringify(report, null, 2)}\n`);
  if (report.oversold > 0) process.exitCode = 1;
}

async function withStore(work, file = join(folder, `${randomUUID()}.db`)) {
  const db = openDatabase(file);
  const store = new SqliteEventStore(db);
  try {
    return await work(store);
  } finally {
    await store.close();
    await closeDatabase(db);
  }
}

/** Events a second of appends of so many of the events a hold makes, one append after another, as one stream must. */
function storeRate(atOnce) {
  return withStore(async (store) => {
    let expected = 'none';
    let stored = 0;
    const start = performance.now();
    while (performance.now() < start + MILLIS) {
      const events = Array.from({ length: atOnce }, heldEvent);
      ({ revision: expected } = await store.append(STREAM, expected, events));
      stored += atOnce;
    }
    return (stored * 1000) / (performance.now() - start);
  });
}

/** Takes one unit for a new order; false when there is none left. */
async function takeOne(commits, total) {
  const order = `o${randomUUID().replaceAll('-', '')}`;
  const commandId = randomUUID();
  const context = {
    shop: 'demo',
    actor: { principal: 'shop-api', role: 'order-service' },
    commandId,
    requestHash: 'a'.repeat(64),
    correlation: commandId,
  };
  const message = {
    allowance: ALLOWANCE,
    hold: order,
    order,
    customer: order,
    amount: 1,
    until,
    terms: termsOf(total),
  };
  try {
    await handleHot({ commits }, hold, context, message);
    return true;
  } catch (error) {
    if (error.code === 'OUT_OF_STOCK') return false;
    throw error;
  }
}

function holds(total, load) {
  return withStore(async (store) => {
    const commits = new GroupCommit({ store, machine });
    const latencies = [];
    let taken = 0;
    const start = performance.now();
    await load(async () => {
      const asked = performance.now();
      if (await takeOne(commits, total)) taken++;
      latencies.push(performance.now() - asked);
    });
    const perSecond = (taken * 1000) / (performance.now() - start);
    latencies.sort((a, b) => a - b);
    const at = (share) => latencies[Math.floor(latencies.length * share)] ?? 0;
    return { perSecond, p50: at(0.5), p99: at(0.99), oversold: await oversold(store, total) };
  });
}

/** So many clients, each asking again as soon as it is answered. */
async function asFastAsPossible(ask) {
  const until = performance.now() + MILLIS;
  await Promise.all(
    Array.from({ length: IN_FLIGHT }, async () => {
      while (performance.now() < until) await ask();
    }),
  );
}

/** Asks at a rate whatever the answers take. */
function pacedAt(perSecond) {
  return async (ask) => {
    const asked = [];
    const start = performance.now();
    for (let now = start; now < start + MILLIS; now = performance.now()) {
      while (asked.length < ((now - start) * perSecond) / 1000) asked.push(ask());
      await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(asked);
  };
}

function refusals() {
  return withStore(async (store) => {
    const commits = new GroupCommit({ store, machine });
    const total = 1_000;
    await Promise.all(Array.from({ length: total }, () => takeOne(commits, total)));
    let refused = 0;
    const start = performance.now();
    await asFastAsPossible(async () => {
      if (!(await takeOne(commits, total))) refused++;
    });
    const perSecond = (refused * 1000) / (performance.now() - start);
    return { perSecond, oversold: await oversold(store, total) };
  });
}

/** Millis from nothing to the state of a long stream, in a fresh process: what the first hold after a start waits for. */
async function coldLoad() {
  const file = join(folder, 'cold.db');
  await withStore(async (store) => {
    const commits = new GroupCommit({ store, machine });
    for (let taken = 0; taken < COLD_EVENTS; taken += 10_000) {
      await Promise.all(Array.from({ length: 10_000 }, () => takeOne(commits, 1e12)));
    }
  }, file);
  return Number(
    execFileSync(process.execPath, [new URL(import.meta.url).pathname, '--load', file], { encoding: 'utf8' }),
  );
}

async function load(file) {
  await withStore(async (store) => {
    const start = performance.now();
    await loadStream(store, allowanceAggregate, STREAM);
    console.log(performance.now() - start);
  }, file);
}

async function oversold(store, total) {
  const { state } = await loadStream(store, allowanceAggregate, STREAM);
  return Math.max(0, state.held + state.confirmed - total);
}

function heldEvent() {
  const now = new Date().toISOString();
  const commandId = randomUUID();
  const order = `o${randomUUID().replaceAll('-', '')}`;
  return {
    id: v7(),
    type: 'allowance-held',
    schemaVersion: 1,
    shop: 'demo',
    recordedAt: now,
    effectiveFrom: now,
    actor: { principal: 'shop-api', role: 'order-service' },
    commandId,
    requestHash: 'a'.repeat(64),
    correlation: commandId,
    data: JSON.stringify({ amount: 1, customer: order, hold: order, order, until }),
  };
}
