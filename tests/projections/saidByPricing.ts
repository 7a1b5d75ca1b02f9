import type { StoredEvent } from '../../src/commands/eventStore.js';
import type { PricingView } from '../../src/commands/pricingView.js';
import { decode } from '../../src/commands/storedEvents.js';
import { customerAggregate } from '../../src/domain/customer/stream.js';
import type { Aggregate } from '../../src/domain/kernel/decider.js';
import { productAggregate } from '../../src/domain/product/stream.js';
import { statusOf, termsInForce } from '../../src/domain/promotion/state.js';
import { promotionAggregate } from '../../src/domain/promotion/stream.js';
import { shopAggregate } from '../../src/domain/shop/stream.js';

const INSTANTS = ['2026-10-01', '2026-11-10', '2026-11-22', '2026-11-23', '2027-01-01'].map(
  (day) => `${day}T12:00:00.000Z`,
);
export const IDS = ['a', 'b', 'constructor', 'settings'];
const SHOPS = ['demo', 'other'];

/** Everything a view says. */
export async function said(view: PricingView) {
  const shops = SHOPS.map(async (shop) => ({
    facts: await Promise.all(
      IDS.map(async (id) => {
        const prepared = await view.prepared(shop, { customer: id, skus: [id] }, INSTANTS[0]!);
        return [prepared.product(shop, id), prepared.customer(shop, id)];
      }),
    ),
    policies: view.shop(shop),
    offers: INSTANTS.map((at) =>
      [...view.offersInForce(shop, at).byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    ),
  }));
  return Promise.all(shops);
}

/** The same, folded from the log without view or table. */
export function folded(log: readonly StoredEvent[]) {
  // biome-ignore lint/suspicious/noExplicitAny: aggregates of any state
  const fact = ({ category, initial, evolve }: Aggregate<any, any>, shop: string, id: string) => {
    const own = log.filter(({ stream }) => stream === `${category}-${shop}.${id}`);
    return own.length === 0
      ? undefined
      : { revision: own.length - 1, state: own.reduce((state, event) => evolve(state, decode(event)), initial) };
  };
  return SHOPS.map((shop) => ({
    facts: IDS.map((id) => [fact(productAggregate, shop, id), fact(customerAggregate, shop, id)]),
    policies: fact(shopAggregate, shop, 'settings'),
    offers: INSTANTS.map((at) =>
      IDS.flatMap((id) => {
        const promotion = fact(promotionAggregate, shop, id);
        const isRunning = promotion && statusOf(promotion.state) === 'published';
        const terms = isRunning && termsInForce(promotion.state, at);
        return terms ? [{ id, revision: promotion.revision, terms }] : [];
      }),
    ),
  }));
}
