// A flash sale over HTTP, beside bare programs that do the same, asked in turns in the same run.
import { join } from 'node:path';
import { childServer, orchardServer } from '../http/childServer.mjs';
import { pace, saturate } from '../http/load.mjs';
import { answeredAlike, openQuoteShop } from '../http/quoteShop.mjs';

const CONNECTIONS = 128;
const UNLIMITED = 1_000_000_000;
/** Requests after which the engine has compiled what it will compile. */
const WARM = 15_000;
/** What is stored of an event of a hold, envelope included. */
const HOLD_BYTES = 520;
/** Sold for less while stocks last: an order of it takes a quote and one hold. */
const BASKET = { channel: 'app', lines: [{ id: '1', sku: 'gold_kiwi', quantity: 2 }] };
const FLASH = {
  promotion: 'bench_kiwi',
  terms: {
    name: 'Kiwis while stocks last',
    kind: 'flash-sale',
    scope: { skus: ['gold_kiwi'] },
    benefit: { price: 100 },
    limits: { stock: UNLIMITED },
  },
};

const file = (name) => new URL(name, import.meta.url).pathname;
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** @returns the parts of the report that HTTP gives. */
export async function overHttp(folder, { millis, rounds }) {
  const orchard = await orchardServer(join(folder, 'served'));
  const quoting = await orchardServer(join(folder, 'quoting'), ['--no-demo']);
  const bareHolds = await childServer(
    [file('../http/bareHolds.mjs'), join(folder, 'bare.db'), String(HOLD_BYTES)],
    /ready (\d+)/,
  );
  const bareQuotes = await childServer([file('../http/bareQuotes.mjs'), join(folder, 'quotes.db')], /ready (\d+)/);
  const run = { millis, rounds, orchard: orchard.url };
  try {
    for (const [id, total] of [
      ['bench.stock', UNLIMITED],
      ['sold.stock', 0],
    ]) {
      await put(orchard.url, `/v1/allowances/${id}`, { unit: 'stock', total });
    }
    const open = '/v1/allowances/bench.stock/holds';
    const http = await sideBySide(run, holdsAt(open, 200), bareHolds.url, holdsAt(`/${UNLIMITED}`, 200));
    const paced = await pace({
      ...http.mine,
      connections: 2 * CONNECTIONS,
      perSecond: http.perSecond / 2,
      millis: 2 * millis,
    });
    const refused = await sideBySide(
      run,
      holdsAt('/v1/allowances/sold.stock/holds', 409),
      bareHolds.url,
      holdsAt('/0', 409),
    );
    await openQuoteShop(quoting.url);
    const baskets = await answeredAlike(quoting.url, bareQuotes.url);
    const quotes = await sideBySide(
      { ...run, orchard: quoting.url },
      quotesAt('/v1/quotes', baskets),
      bareQuotes.url,
      quotesAt('/', baskets),
    );
    const orders = await ordersPlaced(run);
    const sold = await (await fetch(`${orchard.url}/v1/allowances/sold.stock`)).json();
    return {
      http: { ...rates('confirmedPerSecond', http), p50Millis: paced.p50, p99Millis: paced.p99 },
      refusals: rates('httpPerSecond', refused),
      quotes: rates('httpPerSecond', quotes),
      orders: { httpPerSecond: orders },
      oversold: sold.held + sold.confirmed,
    };
  } finally {
    await Promise.all([orchard, quoting, bareHolds, bareQuotes].map((server) => server.stop()));
  }
}

function rates(name, { perSecond, bare, ratio }) {
  return { [name]: perSecond, barePerSecond: bare, ratioToBare: ratio };
}

/** Both are asked the same in turns; the ratio is the median of the rounds' own. */
async function sideBySide({ millis, rounds, orchard }, mine, bareUrl, bares) {
  const load = { connections: CONNECTIONS };
  await saturate({ ...load, url: orchard, ask: mine, most: WARM });
  await saturate({ ...load, url: bareUrl, ask: bares, most: WARM });
  const results = [];
  for (let round = 0; round < rounds; round++) {
    const { perSecond } = await saturate({ ...load, url: orchard, ask: mine, millis });
    const bare = await saturate({ ...load, url: bareUrl, ask: bares, millis });
    results.push({ perSecond, bare: bare.perSecond, ratio: perSecond / bare.perSecond });
  }
  const of = (key) => median(results.map((result) => result[key]));
  return { perSecond: of('perSecond'), bare: of('bare'), ratio: of('ratio'), mine: { url: orchard, ask: mine } };
}

/** Takes one unit for a new customer; what is answered otherwise than expected ends the run. */
function holdsAt(path, expected) {
  const until = new Date(Date.now() + 3_600_000).toISOString();
  let holds = 0;
  return async (connection) => {
    const hold = `h${process.pid}_${holds++}`;
    const body = `{"hold":"${hold}","amount":1,"until":"${until}","customer":"c_${hold}"}`;
    return answeredWith(expected, await connection.ask(path, body));
  };
}

function quotesAt(path, baskets) {
  let asked = 0;
  return async (connection) => answeredWith(201, await connection.ask(path, baskets[asked++ % baskets.length]));
}

function answeredWith(status, answer) {
  if (answer.status !== status) throw new Error(`${answer.status} instead of ${status}: ${answer.text()}`);
  return true;
}

/** Orders a second, each of a quote that was given before. */
async function ordersPlaced({ millis, orchard }) {
  await post(orchard, '/v1/promotions', FLASH);
  await post(orchard, `/v1/promotions/${FLASH.promotion}/publish`, { reason: 'bench' });
  const place = async (most) => {
    const quotes = [];
    const basket = JSON.stringify(BASKET);
    await saturate({
      url: orchard,
      connections: CONNECTIONS,
      most,
      ask: async (connection) => {
        const answer = await connection.ask('/v1/quotes', basket);
        answeredWith(201, answer);
        return quotes.push(JSON.parse(answer.text()).id) > 0;
      },
    });
    return saturate({
      url: orchard,
      connections: CONNECTIONS,
      most,
      ask: async (connection) => answeredWith(201, await connection.ask('/v1/orders', `{"quote":"${quotes.pop()}"}`)),
    });
  };
  const { perSecond } = await place(1_500);
  return (await place(Math.ceil((perSecond * millis) / 1000))).perSecond;
}

const put = (url, path, body) => send('PUT', url + path, body);
const post = (url, path, body) => send('POST', url + path, body);

async function send(method, url, body) {
  const headers = { 'content-type': 'application/json', 'if-match': '*' };
  const answer = await fetch(url, { method, headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${method} ${url}: ${await answer.text()}`);
}
