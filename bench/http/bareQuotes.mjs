// What the machine can do at best for durable quotes: node:http, a basket checked, looked up and priced by a loop written
// for these offers (pricingLimit.mjs), its event with the hashes it carries stored with all others of the turn in one synced
// transaction, once by its id, then the same answer as Orchard's. Sentences are Orchard's own functions. No routes,
// callers, schemas, idempotency keys, choice of the best offers, views or tables. node bareQuotes.mjs FILE; without a file
// nothing is stored.
import { hash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import Libsql from 'libsql';
import { appliedSentence } from '../../dist/domain/pricing/sentences/appliedSentence.js';
import { refusedSentence } from '../../dist/domain/pricing/sentences/refusedSentence.js';
import { compileLimit, priceAtLimit } from '../pricingLimit.mjs';
import { CUSTOMERS, OFFERS, PRODUCTS } from './quoteShop.mjs';

const VALID_MILLIS = 15 * 60_000;
const POLICIES = {
  actualWeightThreshold: 'actual',
  afterCancel: 'reusable',
  couponOnReturn: 'when-all-returned',
  exclusiveChoice: 'priority',
  giftChoice: 'cheapest',
  groupPick: 'best',
  groupScope: 'order',
  negativeRefund: 'forbidden',
  partGift: false,
  partUnits: 'whole',
  percentBase: 'running',
  productBase: 'currentPrice',
  returns: 'keep-discount',
  selection: 'best-for-customer',
  thresholdBase: 'running',
};
const ID = /^[A-Za-z0-9][\w.]{0,59}$/;
const index = compileLimit(OFFERS);
const names = new Map(OFFERS.map(({ id, name }) => [id, name]));
const products = new Map(PRODUCTS.map((product) => [product.sku, product]));
const tiers = new Map(CUSTOMERS.map(({ id, tier }) => [id, tier]));
const insert = process.argv[2] && preparedLog(process.argv[2]);
let position = 0;
let group = [];

function preparedLog(file) {
  const db = new Libsql(file);
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000;
    create table events (position integer primary key, stream text not null, id text not null unique, type text not null,
      recorded_at text not null, principal text not null, role text not null, command_id text not null,
      request_hash text not null, correlation text not null, data text not null, unique (stream)) strict`);
  const statement = db.prepare('insert into events values (?,?,?,?,?,?,?,?,?,?,?)');
  return { db, statement };
}

function commit() {
  const waiting = group;
  group = [];
  insert.db.exec('BEGIN IMMEDIATE');
  for (const { row } of waiting) {
    row[0] = ++position;
    insert.statement.run(row);
  }
  insert.db.exec('COMMIT');
  for (const { respond, row } of waiting) respond(row[0]);
}

/** @throws Error what is wrong with a basket. */
function basketOf({ customer, channel, delivery, lines }) {
  const tier = tiers.get(customer);
  if (tier === undefined) throw new Error('customer');
  if (channel !== 'app' && channel !== 'pc' && channel !== 'h5' && channel !== 'mini-program')
    throw new Error('channel');
  if (!Number.isSafeInteger(delivery) || delivery < 0) throw new Error('delivery');
  if (!Array.isArray(lines) || lines.length === 0 || lines.length > 200) throw new Error('lines');
  const seen = new Set();
  const priced = lines.map(({ id, sku, quantity }) => {
    const product = products.get(sku);
    if (!ID.test(id) || seen.has(id) || product === undefined) throw new Error('line');
    if (!Number.isSafeInteger(quantity) || quantity < 1 || quantity > 100_000) throw new Error('quantity');
    seen.add(id);
    const { unitPrice, categories, floorPrice } = product;
    return { id, sku, quantity, unitPrice, categories, floorPrice: floorPrice ?? undefined };
  });
  return { lines: priced, buyer: { tier }, delivery };
}

/** Keys are written in order, so that the engine's own JSON is canonical. */
function eventOf({ customer, channel, delivery, lines }, quote, at, validUntil) {
  const gave = {};
  const promotions = {};
  const rules = {};
  for (const { offer, kind, amount, delivery } of quote.applied) {
    gave[offer] = amount + delivery;
    promotions[offer] = 1;
    rules[kind] = 1;
  }
  for (const { offer, kind } of quote.refused) {
    promotions[offer] = 1;
    rules[kind] = 1;
  }
  const revisions = {};
  for (const { sku } of lines) revisions[sku] = 3;
  const { list, discount, pay, gifts, applied, refused } = quote;
  const proven = {
    applied: applied.map(({ offer, amount, delivery, ungiven }) => ({ amount, delivery, offer, ungiven })),
    delivery: quote.delivery,
    discount,
    gifts,
    lines: quote.lines.map(({ id, list, pay, shares }) => ({ id, list, pay, shares })),
    list,
    pay,
    refused: refused.map(({ offer, reason }) => ({ offer, reason })),
  };
  return JSON.stringify({
    amounts: { delivery: quote.delivery, discount, gave, lines: quote.lines.map(({ pay }) => pay), list, pay },
    at,
    currency: 'CNY',
    facts: {
      customer: 1,
      local: {},
      orders: { cancelled: 0, placed: 0 },
      policies: POLICIES,
      products: revisions,
      promotions,
      rules,
    },
    request: { channel, customer, delivery, lines: lines.map(({ id, quantity, sku }) => ({ id, quantity, sku })) },
    result: hash('sha256', JSON.stringify(proven), 'hex'),
    validUntil,
  });
}

function answerOf(id, customer, quote, at, validUntil, position) {
  const { list, discount, goods, delivery, pay, lines, gifts, applied, refused, proven } = quote;
  for (const one of applied) {
    one.name = names.get(one.offer);
    one.revision = 1;
    one.sentence = { zh: appliedSentence(one, gifts, 'zh'), en: appliedSentence(one, gifts, 'en') };
  }
  for (const one of refused) {
    one.name = names.get(one.offer);
    one.revision = 1;
    one.sentence = { zh: refusedSentence(one, 'zh'), en: refusedSentence(one, 'en') };
  }
  const said = { id, at, validUntil, currency: 'CNY', customer, list, discount, goods, delivery, pay, lines, gifts };
  return JSON.stringify(
    Object.assign(said, {
      applied,
      refused,
      proven,
      verified: true,
      revision: 0,
      position: String(position),
      changed: true,
    }),
  );
}

function give(bytes, response) {
  const text = bytes.toString();
  const request = JSON.parse(text);
  const quote = priceAtLimit(index, basketOf(request));
  const now = Date.now();
  const at = new Date(now).toISOString();
  const validUntil = new Date(now + VALID_MILLIS).toISOString();
  const id = randomUUID();
  const respond = (position) => {
    const body = answerOf(id, request.customer, quote, at, validUntil, position);
    const head = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), etag: '"0"' };
    response.writeHead(201, { ...head, location: `/v1/quotes/${id}` });
    response.end(body);
  };
  const data = eventOf(request, quote, at, validUntil);
  if (!insert) return respond(0);
  const requestHash = hash('sha256', text, 'hex');
  const row = [0, `quote-${id}`, randomUUID(), 'quote-given', at, 'demo', 'admin', id, requestHash, randomUUID(), data];
  if (group.push({ row, respond }) === 1) setImmediate(commit);
}

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    try {
      give(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks), response);
    } catch (error) {
      response.writeHead(422, { 'content-type': 'application/json' }).end(JSON.stringify({ code: error.message }));
    }
  });
});
server.listen(0, '127.0.0.1', () => console.log(`ready ${server.address().port}`));
process.on('SIGTERM', () => process.exit(0));
