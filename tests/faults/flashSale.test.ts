import { createServer } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { temporaryFolder } from '../contract/temporaryFolder.js';
import { killAll, OrchardServer } from '../e2e/orchardProcess.js';
import { Crowd } from './sale/crowd.js';
import { ledgerOf, logOf, ordersIn } from './sale/saleLedger.js';

/** The whole of it takes minutes (npm run soak:flash); a test run does a tenth. */
const SCALE = process.env['FLASH_SALE'] === 'whole' ? 10 : 1;
const UNITS = 1_000 * SCALE;
const ATTEMPTS = 20_000 * SCALE;
const SHOPPERS = 4;
const COUPONS = 100 * SCALE;
const REDEEMERS = 100;
/** The server dies when so much of the stock is sold. */
const KILLED_AT = [0.1, 0.3, 0.5, 0.7, 0.9];
const PATIENCE = SCALE * 180_000;

let folder: string;
let remove: () => void;
let crowd: Crowd;
let port: number;
let server: OrchardServer;

beforeEach(async () => {
  ({ folder, remove } = temporaryFolder());
  crowd = new Crowd();
  port = await freePort();
  server = await started();
});

afterEach(async () => {
  await crowd.disperse();
  await killAll();
  remove();
});

test(
  `${UNITS} units, ${ATTEMPTS} attempts by ${SHOPPERS} processes, ${KILLED_AT.length} kills: every unit is sold, none twice`,
  async () => {
    await onSale('flash_kiwi', UNITS);
    for (let shopper = 0; shopper < SHOPPERS; shopper++) {
      crowd.join('shopperProcess.mjs', [server.url, `s${shopper}`, ATTEMPTS / SHOPPERS, 'flash_kiwi']);
    }
    for (const share of KILLED_AT) {
      await crowd.heard(['confirmed', 'paid'], share * UNITS);
      await server.end('SIGKILL');
      server = await started();
    }
    await crowd.gone();
    await sellTheRest('flash_kiwi');
    await server.end('SIGKILL');

    const log = await logOf(folder);
    const ledger = ledgerOf(log, 'allowance-demo.flash_kiwi.stock');
    const { confirmed, open, released, expired, mostTaken, impossible } = ledger;
    expect(crowd.with('unexpected').slice(0, 5)).toEqual([]);
    expect({ confirmed, open, mostTaken, impossible }).toEqual({
      confirmed: UNITS,
      open: 0,
      mostTaken: UNITS,
      impossible: [],
    });
    expect(crowd.with('held', 'confirmed').filter((line) => !ledger.facts.has(line))).toEqual([]);
    const orders = ordersIn(log);
    expect(crowd.with('placed', 'paid').filter((line) => !orders.has(line))).toEqual([]);
    expect(expired).toBeGreaterThan(0);
    expect(crowd.with('placed').length).toBeGreaterThan(0);
    tell(
      `${UNITS} units, ${crowd.said.length} answers to ${ATTEMPTS} attempts, ${KILLED_AT.length} kills: ${confirmed} confirmed ` +
        `(${crowd.with('paid').length} by orders), ${released} released and ${expired} expired and sold again, ` +
        `${crowd.with('refused').length} refused, ${log.length} events, 0 oversold, 0 answers lost`,
    );
  },
  PATIENCE,
);

test(
  `${COUPONS} coupons for one use, ${REDEEMERS} redeemers at once each, a kill: each is redeemed once`,
  async () => {
    for (let coupon = 0; coupon < COUPONS; coupon++) await open(`coupon_${coupon}.uses`, { unit: 'uses', total: 1 });
    crowd.join('couponProcess.mjs', [server.url, COUPONS, REDEEMERS]);
    await crowd.heard(['redeemed'], COUPONS / 2);
    await server.end('SIGKILL');
    server = await started();
    await crowd.gone();
    await server.end('SIGKILL');

    const log = await logOf(folder);
    expect(crowd.with('unexpected').slice(0, 5)).toEqual([]);
    const redeemed = crowd.with('redeemed').map((line) => Number(line.split(' ')[1]));
    expect(redeemed.sort((a, b) => a - b)).toEqual(Array.from({ length: COUPONS }, (_, coupon) => coupon));
    const confirmed = log.filter(({ type, stream }) => type === 'hold-confirmed' && stream.includes('.coupon_'));
    expect(confirmed.length).toBe(COUPONS);
    expect(new Set(confirmed.map(({ stream }) => stream)).size).toBe(COUPONS);
    tell(
      `${COUPONS} coupons, ${crowd.said.length} answers to ${COUPONS * REDEEMERS} redeemers: ${redeemed.length} redeemed, ` +
        `${crowd.with('refused').length} refused, none twice`,
    );
  },
  PATIENCE,
);

function started(): Promise<OrchardServer> {
  return OrchardServer.start(folder, '--port', String(port));
}

/** Sells kiwis for less while stocks last; resolves when the stock can be held. */
async function onSale(promotion: string, stock: number): Promise<void> {
  const terms = {
    name: 'Kiwis while stocks last',
    kind: 'flash-sale',
    scope: { skus: ['gold_kiwi'] },
    benefit: { price: 100 },
    limits: { stock },
  };
  await server.post('/v1/promotions', { promotion, terms });
  await server.post(`/v1/promotions/${promotion}/publish`, { reason: 'the sale begins' });
  await until(async () => (await server.get(`/v1/allowances/${promotion}.stock`)).total === stock);
}

async function open(allowance: string, terms: object): Promise<void> {
  const answer = await fetch(`${server.url}/v1/allowances/${allowance}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(terms),
  });
  expect(answer.status).toBe(200);
}

/** Buys what expired and was not sold again, until everything is confirmed. */
async function sellTheRest(promotion: string): Promise<void> {
  const path = `/v1/allowances/${promotion}.stock`;
  let rest = 0;
  await until(async () => {
    const hold = `rest_${rest++}`;
    const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
    const held = await server.post(`${path}/holds`, { hold, amount: 1, until: inAnHour });
    if (held.changed) await server.post(`${path}/holds/${hold}/confirm`, {});
    return (await server.get(`${path}?min-position=${held.position ?? 0}`)).confirmed === UNITS;
  });
}

/** Asks again until it is so; the test's own time is the limit. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo()));
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

function tell(ledger: string): void {
  process.stdout.write(`${ledger}\n`);
}
