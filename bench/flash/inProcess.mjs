// A flash sale in process, over the embedded log: one hot allowance, fsync before each answer.
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { holdAllowance } from '../../dist/commands/allowance/holdAllowance.js';
import { GroupCommit } from '../../dist/commands/groupCommit.js';
import { handleHot } from '../../dist/commands/handleHot.js';
import { loadStream } from '../../dist/commands/loadStream.js';
import { allowanceAggregate } from '../../dist/domain/allowance/stream.js';
import { closeDatabase, openDatabase } from '../../dist/infra/sqlite/database.js';
import { SqliteEventStore } from '../../dist/infra/sqlite/sqliteEventStore.js';
import { systemMachine } from '../../dist/infra/system/machine.js';
import { localTimeIn } from '../../dist/infra/zones/localTimes.js';
import { FLAGS } from '../http/childServer.mjs';
import { latenciesOf } from '../http/load.mjs';

const IN_FLIGHT = 1_024;
const UNLIMITED = 1e12;
const ALLOWANCE = 'flash.stock';
const STREAM = `allowance-demo.${ALLOWANCE}`;

const machine = systemMachine(localTimeIn);
const hold = holdAllowance(machine);
const until = new Date(Date.now() + 20 * 60_000).toISOString();

async function withStore(file, work) {
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
export function storeRate(folder, atOnce, millis) {
  return withStore(join(folder, `store${atOnce}-${randomUUID()}.db`), async (store) => {
    let expected = 'none';
    let stored = 0;
    const start = performance.now();
    while (performance.now() < start + millis) {
      const events = Array.from({ length: atOnce }, heldEvent);
      ({ revision: expected } = await store.append(STREAM, expected, events));
      stored += atOnce;
    }
    return (stored * 1000) / (performance.now() - start);
  });
}

/** Holds a second with as many in flight as can wait usefully. @returns { perSecond, oversold } */
export function holds(folder, millis) {
  return sale(folder, UNLIMITED, (ask) => asFastAsPossible(ask, millis));
}

/** Holds at an even rate, whatever the answers take. @returns { p50, p99, oversold } */
export function pacedHolds(folder, millis, perSecond) {
  return sale(folder, UNLIMITED, (ask) => evenly(ask, millis, perSecond));
}

/** Refusals a second once the last unit is sold. @returns { perSecond, oversold } */
export async function refusals(folder, millis) {
  const units = 1_000;
  const { refusedPerSecond, oversold } = await sale(folder, units, async (ask) => {
    await Promise.all(Array.from({ length: units }, ask));
    return asFastAsPossible(ask, millis);
  });
  return { perSecond: refusedPerSecond, oversold };
}

function sale(folder, total, load) {
  return withStore(join(folder, `sale-${randomUUID()}.db`), async (store) => {
    const commits = new GroupCommit({ store, machine });
    const latencies = [];
    const answers = { taken: 0, refused: 0 };
    const millis = await load(async () => {
      const asked = performance.now();
      answers[(await takeOne(commits, total)) ? 'taken' : 'refused']++;
      latencies.push(performance.now() - asked);
    });
    return {
      perSecond: (answers.taken * 1000) / millis,
      refusedPerSecond: (answers.refused * 1000) / millis,
      ...latenciesOf(latencies),
      oversold: await oversold(store, total),
    };
  });
}

/** So many clients, each asking again as soon as it is answered. @returns how long it took. */
async function asFastAsPossible(ask, millis) {
  const start = performance.now();
  await Promise.all(
    Array.from({ length: IN_FLIGHT }, async () => {
      while (performance.now() < start + millis) await ask();
    }),
  );
  return performance.now() - start;
}

async function evenly(ask, millis, perSecond) {
  const asked = [];
  const start = performance.now();
  for (let now = start; now < start + millis; now = performance.now()) {
    while (asked.length < ((now - start) * perSecond) / 1000) asked.push(ask());
    await new Promise((resolve) => setImmediate(resolve));
  }
  await Promise.all(asked);
  return performance.now() - start;
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
  const terms = { unit: 'stock', total, source: { promotion: 'flash', revision: 1 } };
  const message = { allowance: ALLOWANCE, hold: order, order, customer: order, amount: 1, until, terms };
  try {
    await handleHot({ commits }, hold, context, message);
    return true;
  } catch (error) {
    if (error.code === 'OUT_OF_STOCK') return false;
    throw error;
  }
}

async function oversold(store, total) {
  const { state } = await loadStream(store, allowanceAggregate, STREAM);
  return Math.max(0, state.held + state.confirmed - total);
}

/** Millis from nothing to the state of a long stream, in a fresh process: what the first hold after a start waits for. */
export async function coldLoad(folder, events) {
  const file = join(folder, 'cold.db');
  await withStore(file, async (store) => {
    const commits = new GroupCommit({ store, machine });
    for (let taken = 0; taken < events; taken += 10_000) {
      await Promise.all(Array.from({ length: 10_000 }, () => takeOne(commits, UNLIMITED)));
    }
  });
  const program = new URL('coldLoad.mjs', import.meta.url).pathname;
  return Number(execFileSync(process.execPath, [...FLAGS, program, file]));
}

/** The same in this process, which did nothing before. */
export function loadCold(file) {
  return withStore(file, async (store) => {
    const start = performance.now();
    await loadStream(store, allowanceAggregate, STREAM);
    return performance.now() - start;
  });
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
