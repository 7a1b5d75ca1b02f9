// How long a price list of 200 products takes with 10,000 offers in force: node bench/priceList.mjs (on the build).

import { compiledOffers } from '../dist/commands/offersInForce.js';
import { priceList } from '../dist/commands/priceList/priceList.js';
import { offersInForce } from './pricingShop.mjs';

const OFFERS = 10_000;
const ROUNDS = 50;
const AT = '2026-11-22T12:00:00.000Z';

const described = offersInForce(OFFERS);
const offers = compiledOffers(
  described.map(({ id, ruleVersion: _, ...terms }) => ({ id, revision: 1, terms: { name: id, ...terms } })),
);
const skus = [...new Set(described.flatMap(({ scope }) => scope.skus ?? []))];
const [category] = described.find(({ scope }) => scope.categories).scope.categories;
const productOf = (sku) => ({
  revision: 0,
  state: {
    name: sku,
    soldBy: 'piece',
    listed: [{ from: '', value: true }],
    price: [{ from: '', value: { unitPrice: 1_000 } }],
    floor: [],
    groups: [{ from: '', value: { categories: [category], tags: [] } }],
  },
});
const products = new Map(skus.map((sku) => [sku, productOf(sku)]));
const view = {
  offersInForce: () => offers,
  product: (_, sku) => products.get(sku),
  customer: () => ({ revision: 0, state: { tier: [{ from: '', value: 'gold' }] } }),
  shop: () => undefined,
  orders: () => ({ placed: 1, cancelled: 0 }),
  remaining: () => undefined,
  prepared: async () => {},
};
const machine = { now: () => AT, localTimeIn: () => '2026-11-22T20:00:00.000+08:00' };

const millis = [];
const cpu = [];
for (let round = 0; round < ROUNDS; round++) {
  const asked = Array.from({ length: 200 }, (_, at) => skus[(round * 200 + at) % skus.length]);
  const began = performance.now();
  const cpuBegan = process.cpuUsage();
  const { items } = await priceList({ view, machine }, 'demo', { skus: asked, customer: 'c_1', channel: 'app' });
  millis.push(performance.now() - began);
  const { user, system } = process.cpuUsage(cpuBegan);
  cpu.push((user + system) / 1_000);
  if (items.length !== new Set(asked).size) throw new Error('a product is missing');
}
for (const figures of [millis, cpu]) figures.sort((a, b) => a - b);
console.log(
  `200 products, ${offers.byId.size} offers: median ${millis[ROUNDS / 2].toFixed(1)} ms, ` +
    `p95 ${millis[Math.floor(ROUNDS * 0.95)].toFixed(1)} ms, worst ${millis.at(-1).toFixed(1)} ms; of a processor: median ${cpu[ROUNDS / 2].toFixed(1)} ms`,
);
