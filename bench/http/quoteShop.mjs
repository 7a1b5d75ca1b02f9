// The shop whose quotes Orchard and the bare program give: 133 products, 100 offers, 30 customers, baskets of five lines.
import { canonicalJson } from '../../dist/domain/kernel/canonicalJson.js';
import { basketsOf, offersInForce } from '../pricingShop.mjs';

const COUNT = 100;
const EVERY_PRODUCT = Number.POSITIVE_INFINITY;
const TIERS = ['gold', 'silver', 'new'];

export const OFFERS = offersInForce(COUNT).map((offer) => ({ ...offer, name: `Offer ${offer.id} of the bench` }));

const categories = new Map(basketsOf(EVERY_PRODUCT, COUNT, 1)[0].lines.map(({ sku, categories }) => [sku, categories]));

export const PRODUCTS = [...categories].map(([sku, categories], at) => ({
  sku,
  name: `Product ${sku}`,
  unitPrice: 600 + ((at * 137) % 1_500),
  floorPrice: at % 3 === 0 ? 250 : null,
  categories,
}));

export const CUSTOMERS = Array.from({ length: 30 }, (_, at) => ({ id: `c_${at}`, tier: TIERS[at % TIERS.length] }));

/** What is sent for a quote, each time another one of 200. */
export const REQUESTS = basketsOf(5, COUNT).map(({ lines, channel, delivery }, at) =>
  JSON.stringify({
    customer: CUSTOMERS[at % CUSTOMERS.length].id,
    channel,
    delivery,
    lines: lines.map(({ id, sku, quantity }) => ({ id, sku, quantity })),
  }),
);

/** Writes the shop into a server with an empty log. */
export async function openQuoteShop(url) {
  await Promise.all([
    ...PRODUCTS.map(({ sku, ...product }) => send('PUT', `${url}/v1/products/${sku}`, { soldBy: 'piece', ...product })),
    ...CUSTOMERS.map(({ id, tier }) => send('PUT', `${url}/v1/customers/${id}`, { tier })),
  ]);
  await Promise.all(
    OFFERS.map(async ({ id, ruleVersion: _, ...terms }) => {
      await send('POST', `${url}/v1/promotions`, { promotion: id, terms });
      await send('POST', `${url}/v1/promotions/${id}/publish`, { reason: 'bench' });
    }),
  );
}

/**
 * The requests that both answer alike: all but ids, times and places in the log, as canonical text. The bare program takes every
 * offer in its order; where leaving one out is better, the two differ, and such a basket is not asked for.
 */
export async function answeredAlike(orchardUrl, bareUrl) {
  const alike = [];
  for (const body of REQUESTS) {
    const [ours, bare] = await Promise.all([`${orchardUrl}/v1/quotes`, bareUrl].map((url) => send('POST', url, body)));
    if (comparable(ours) === comparable(bare)) alike.push(body);
  }
  if (alike.length < REQUESTS.length * 0.8)
    throw new Error(`only ${alike.length} of ${REQUESTS.length} answers are alike`);
  return alike;
}

function comparable(answer) {
  return canonicalJson({ ...JSON.parse(answer), id: '', at: '', validUntil: '', position: '' });
}

async function send(method, url, body) {
  const headers = { 'content-type': 'application/json', ...(method === 'PUT' && { 'if-match': '*' }) };
  const answer = await fetch(url, { method, headers, body: typeof body === 'string' ? body : JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${method} ${url}: ${await answer.text()}`);
  return answer.text();
}
