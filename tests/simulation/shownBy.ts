import { canonicalJson } from '../../src/domain/kernel/canonicalJson.js';
import { instantOf } from '../../src/domain/kernel/instant.js';
import { streamParts } from '../../src/domain/kernel/stream.js';
import type { InMemoryPricingView } from '../../src/projections/pricing/inMemoryPricingView.js';
import { BEGAN_AT } from './simulatedMachine.js';
import type { StoreServer } from './storeServer.js';

const SHOP = 'demo';
/** One instant for all, later than everything. */
const AT = instantOf(BEGAN_AT + 40 * 86_400_000);

/** Everything a pricing view answers, as text. */
export async function shownBy(view: InMemoryPricingView, { log }: StoreServer): Promise<string> {
  const ids = (category: string) => [
    ...new Set(log.map(({ stream }) => streamParts(stream)).flatMap((of) => (of.category === category ? [of.id] : []))),
  ];
  const customers = ids('customer');
  for (const customer of customers) await view.prepared(SHOP, { customer }, AT);
  const { byId, limited } = view.offersInForce(SHOP, AT);
  const dayIn = () => '2026-11-23';
  return canonicalJson({
    products: ids('product').map((sku) => view.product(SHOP, sku) ?? null),
    customers: customers.map((id) => [id, view.customer(SHOP, id) ?? null, { ...view.orders(SHOP, id) }]),
    shop: view.shop(SHOP) ?? null,
    offers: [...byId.values()]
      .map(({ id, revision, terms }) => ({ id, revision, terms }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    remaining: limited
      .flatMap((offer) =>
        customers.map((customer) => [
          offer.id,
          customer,
          view.remaining(SHOP, offer, { customer, at: AT, dayIn }) ?? null,
        ]),
      )
      .sort(),
  });
}
