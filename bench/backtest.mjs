/**
 * npm run bench -- backtest [--orders N] [--folder DIR]: a draft over past orders in an SQLite log, beside what reading
 * that log and pricing those baskets cost alone in the same run. The folder is kept if it is named, and used again.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testedChange } from '../dist/commands/backtest/change.js';
import { pastOrders } from '../dist/commands/backtest/pastOrders.js';
import { runBacktest } from '../dist/commands/backtest/runBacktest.js';
import { compileOffers } from '../dist/domain/pricing/offerIndex.js';
import { DEFAULT_POLICIES } from '../dist/domain/pricing/policies.js';
import { priceWith } from '../dist/domain/pricing/price.js';
import { closeDatabase, openDatabase } from '../dist/infra/sqlite/database.js';
import { SqliteEventStore } from '../dist/infra/sqlite/sqliteEventStore.js';
import { systemMachine } from '../dist/infra/system/machine.js';
import { localTimeIn } from '../dist/infra/zones/localTimes.js';
import { writePastOrders } from './pastOrders.mjs';
import { basketsOf, offersInForce } from './pricingShop.mjs';

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const orders = Number(option('orders', 100_000));
const named = option('folder');
const folder = named ?? mkdtempSync(join(process.env.BENCH_FOLDER ?? tmpdir(), 'orchard-backtest-'));
mkdirSync(folder, { recursive: true });
const file = join(folder, 'orchard.db');
const isThere = existsSync(file);
const db = openDatabase(file);
const store = new SqliteEventStore(db);
const machine = systemMachine(localTimeIn);
try {
  if (!isThere) {
    const started = performance.now();
    await writePastOrders(store, machine, { orders });
    console.log(`wrote ${orders} past orders in ${seconds(started)} s`);
  }
  const events = Number(await store.head());
  row('read the log', 'events', events, await timed(readAll));
  row('find the orders in it', 'orders', orders, await timed(findOrders));
  row('price as many baskets, one index', 'baskets', orders, await timed(priceBaskets));
  const storeWide = { ladder: [{ from: 8_000, amountOff: 1_500 }] };
  const drafts = {
    'backtest 满80减15 for the store': { kind: 'spend-threshold', benefit: storeWide, scope: { store: true } },
    'backtest 10 % off one category': {
      kind: 'percentage',
      benefit: { percentOffBp: 1_000 },
      scope: { categories: ['c7'] },
      level: 'line',
    },
  };
  for (const [name, terms] of Object.entries(drafts)) {
    const change = testedChange([{ id: 'draft', revision: -1, terms: { name, ...terms } }]);
    row(name, 'orders', orders, await timed(() => backtest(change)));
  }
  row(
    'backtest one offer left out',
    'orders',
    orders,
    await timed(() => backtest(testedChange([], { without: ['sku7'] }))),
  );
} finally {
  await store.close();
  await closeDatabase(db);
  if (!named) rmSync(folder, { recursive: true, force: true });
}

async function readAll() {
  let position = '0';
  for (;;) {
    const page = await store.readAll(position, 512);
    if (page.length === 0) return '';
    position = page.at(-1).position;
  }
}

async function findOrders() {
  let found = 0;
  for await (const page of pastOrders(store, { shop: 'demo' })) found += page.length;
  return `${found} found`;
}

async function priceBaskets() {
  const baskets = basketsOf(3, 100, 1_000);
  const index = compileOffers(offersInForce(100));
  const facts = { at: '2026-11-22T12:00:00.000Z', local: {}, policies: DEFAULT_POLICIES };
  let pay = 0;
  for (let n = 0; n < orders; n++) pay += priceWith(index, baskets[n % baskets.length], facts).pay;
  return pay > 0 ? '' : 'nothing';
}

async function backtest(change) {
  const { report, unpriceable } = await runBacktest(
    { store, machine },
    { shop: 'demo', zone: 'Asia/Shanghai', change },
  );
  return `${report.orders} orders, ${report.changed} change, ${unpriceable.orders} unpriceable, ${megabytes()} MB`;
}

async function timed(work) {
  const started = performance.now();
  const before = process.cpuUsage();
  const said = await work();
  const { user, system } = process.cpuUsage(before);
  return { millis: performance.now() - started, cpu: (user + system) / 1e6, said };
}

function row(name, what, count, { millis, cpu, said }) {
  const rate = Math.round((count * 1000) / millis);
  console.log(
    `${name.padEnd(36)}${(millis / 1000).toFixed(2).padStart(7)} s${String(rate).padStart(9)} ${what}/s ${cpu.toFixed(2).padStart(7)} s of CPU  ${said}`,
  );
}

function seconds(started) {
  return ((performance.now() - started) / 1000).toFixed(1);
}

function megabytes() {
  return Math.round(process.memoryUsage().rss / 1e6);
}
