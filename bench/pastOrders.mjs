/**
 * A seeded log of past orders: 100 products in 40 categories, 100 offers in force (pricingShop.mjs), customers of three
 * tiers and guests, one to five lines a basket, an order every 25 seconds of thirty days for each 100,000. Every quote is
 * priced by the engine and recorded as the server records it, so it verifies to the byte; a third of the quotes is never
 * taken. Written straight into a store: what commands would append, without what they check.
 */

import { compiledOffers } from '../dist/commands/offersInForce.js';
import { orderedOf } from '../dist/commands/order/orderedOf.js';
import { reckonQuote } from '../dist/commands/quote/reckonQuote.js';
import { recordOfReckoned } from '../dist/commands/quote/recordOfReckoned.js';
import { encode } from '../dist/commands/storedEvents.js';
import { instantOf } from '../dist/domain/kernel/instant.js';
import { DEFAULT_POLICIES } from '../dist/domain/pricing/policies.js';
import { productAggregate } from '../dist/domain/product/stream.js';
import { Dice, offersInForce } from './pricingShop.mjs';

const BEGAN = Date.UTC(2026, 8, 1);
const FIRST_ORDER = Date.UTC(2026, 9, 1);
const PRODUCTS = 100;
const OFFERS = 100;
const IN_FLIGHT = 256;

/** Appends the past of the shop `demo`. Answers the offers and when the first and last order were placed. */
export async function writePastOrders(store, machine, { orders, customers = Math.ceil(orders / 5), seed = 1 }) {
  const dice = new Dice(seed);
  const write = writer(store, machine);
  const products = new Map();
  for (let at = 0; at < PRODUCTS; at++) {
    const sku = `s${at}`;
    const data = [
      { type: 'product-listed', data: { name: `商品${at}`, soldBy: 'piece' } },
      { type: 'product-repriced', data: { unitPrice: 600 + dice.below(1500) } },
      { type: 'product-floor-set', data: { floorPrice: at % 3 === 0 ? 250 : null } },
      { type: 'product-categorised', data: { categories: [`c${at % 40}`], tags: [] } },
    ];
    await write(`product-demo.${sku}`, data, BEGAN);
    products.set(sku, { revision: 3, state: foldedProduct(data) });
  }
  const offers = offersInForce(OFFERS, seed).map(({ id, ruleVersion: _, ...terms }) => {
    return { id, revision: 1, terms: { name: id, ...terms } };
  });
  for (const { id, terms } of offers) {
    const published = { type: 'promotion-published', data: { reason: '试' } };
    await write(`promotion-demo.${id}`, [{ type: 'promotion-drafted', data: { terms } }, published], BEGAN);
  }
  const tiers = new Map();
  await inFlight(customers, (at) => {
    const tier = dice.pick(['gold', 'silver', 'new', null]);
    tiers.set(`u${at}`, tier);
    const events = [{ type: 'customer-registered', data: {} }];
    return write(`customer-demo.u${at}`, [...events, { type: 'customer-tier-set', data: { tier } }], BEGAN);
  });

  const compiled = compiledOffers(offers);
  const placed = new Map();
  await inFlight(orders, (n) => {
    const millis = FIRST_ORDER + Math.floor((n * 30 * 86_400_000) / orders);
    const order = basket(dice, customers, n);
    const customer = order.customer;
    const count = placed.get(customer) ?? 0;
    if (customer) placed.set(customer, count + 1);
    const sources = {
      offers: compiled,
      product: (sku) => products.get(sku),
      customer: (id) => ({ revision: 1, state: { tier: [{ from: instantOf(BEGAN), value: tiers.get(id) }] } }),
      policies: DEFAULT_POLICIES,
      localTimeIn: () => '',
      orders: () => ({ placed: count, cancelled: 0 }),
      remaining: () => undefined,
    };
    const at = instantOf(millis);
    const reckoned = reckonQuote(order, sources, at);
    const given = recordOfReckoned(machine, order, reckoned, at);
    return asPlaced(write, `${n}`, { given, reckoned, customer }, millis, dice.below(3) === 0);
  });
  return { offers, since: instantOf(FIRST_ORDER), until: instantOf(FIRST_ORDER + 30 * 86_400_000) };
}

async function asPlaced(write, n, { given, reckoned, customer = null }, millis, alsoLooked) {
  const quoted = { type: 'quote-given', data: given };
  if (alsoLooked) await write(`quote-demo.l${n}`, [quoted], millis);
  await write(`quote-demo.q${n}`, [quoted, { type: 'quote-taken', data: { order: `o${n}` } }], millis);
  const ordered = orderedOf(`q${n}`, reckoned);
  const placing = { customer, ordered, holds: [], deadline: instantOf(millis + 1_800_000) };
  await write(
    `order-demo.o${n}`,
    [
      { type: 'order-placing', data: placing },
      { type: 'order-placed', data: { customer } },
      { type: 'order-paid', data: { customer, payment: `p${n}`, pay: ordered.pay, late: false } },
    ],
    millis,
  );
}

function basket(dice, customers, n) {
  const skus = new Set();
  const lines = 1 + dice.below(5);
  while (skus.size < lines) skus.add(`s${dice.below(PRODUCTS)}`);
  return {
    lines: [...skus].map((sku, at) => ({ id: `l${at}`, sku, quantity: 1 + dice.below(4) })),
    ...(n % 4 !== 0 && { customer: `u${dice.below(customers)}` }),
    channel: dice.pick(['app', 'h5', 'mini-program']),
    delivery: 800,
  };
}

function writer(store, machine) {
  let commands = 0;
  return (stream, events, millis) => {
    const at = instantOf(millis);
    commands++;
    const about = {
      shop: 'demo',
      recordedAt: at,
      effectiveFrom: at,
      actor: { principal: 'bench', role: 'order-service' },
      commandId: `bench-${commands}`,
      requestHash: '0'.repeat(64),
      correlation: 'bench',
    };
    const stored = events.map((event) => ({ ...about, id: machine.newId(), ...encode(event) }));
    return store.append(stream, 'none', stored);
  };
}

async function inFlight(count, work) {
  for (let from = 0; from < count; from += IN_FLIGHT) {
    const size = Math.min(IN_FLIGHT, count - from);
    await Promise.all(Array.from({ length: size }, (_, at) => work(from + at)));
  }
}

function foldedProduct(events) {
  const at = instantOf(BEGAN);
  return events.reduce(
    (state, event, revision) =>
      productAggregate.evolve(state, { ...event, revision, recordedAt: at, effectiveFrom: at }),
    productAggregate.initial,
  );
}
