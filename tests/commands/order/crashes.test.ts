import { describe, expect, test } from '@jest/globals';
import { overView } from '../../../src/commands/quote/viewFor.js';
import { aContext } from '../trialContext.js';
import { Crash, CrashingStore } from './crashingStore.js';
import { TrialOrders } from './trialOrders.js';

const MINUTE = 60_000;
const ALLOWANCES = ['a.uses', 'b.uses', 'flash.stock'];

/** Something done about order o1; `prepare` happens without crashes. */
interface Scenario {
  readonly name: string;
  readonly prepare: (shop: TrialOrders) => Promise<Parameters<Act>[1]>;
  readonly act: Act;
  readonly ends: string;
}
type Act = (shop: TrialOrders, quote: string, context: ReturnType<typeof aContext>) => Promise<unknown>;

const blindPlace: Act = async (shop, quote, context) => {
  const { placeOrder } = await import('../../../src/commands/order/placeOrder.js');
  const view = overView(shop.deps.view, ({ orders }) => ({ orders, remaining: () => undefined }));
  const deps = { ...shop.deps, view };
  return placeOrder(deps, context, { order: 'o1', quote, customer: 'c1' });
};

const SCENARIOS: readonly Scenario[] = [
  { name: 'placing', prepare: (shop) => shop.quoted('c1'), act: blindPlace, ends: 'placed' },
  {
    name: 'placing what is gone',
    prepare: async (shop) => {
      const quote = await shop.quoted('c1');
      await shop.ordered('other', 'c2', 10);
      return quote;
    },
    act: blindPlace,
    ends: 'refused',
  },
  {
    name: 'paying',
    prepare: async (shop) => (await shop.ordered('o1', 'c1')).id,
    act: (shop, _, context) => shop.pay('o1', context, { payment: 'p1' }),
    ends: 'paid',
  },
  {
    name: 'paying late',
    prepare: async (shop) => {
      await shop.ordered('o1', 'c1');
      shop.later(31 * MINUTE);
      return '';
    },
    act: (shop, _, context) => shop.pay('o1', context, { payment: 'p1' }),
    ends: 'paid',
  },
  {
    name: 'paying late for what is gone',
    prepare: async (shop) => {
      await shop.ordered('o1', 'c1');
      shop.later(31 * MINUTE);
      await shop.ordered('other', 'c2', 10);
      return '';
    },
    act: (shop, _, context) => shop.pay('o1', context, { payment: 'p1' }),
    ends: 'expired',
  },
  {
    name: 'cancelling',
    prepare: async (shop) => (await shop.ordered('o1', 'c1')).id,
    act: (shop, _, context) => shop.cancel('o1', context),
    ends: 'cancelled',
  },
  {
    name: 'cancelling a paid one',
    prepare: async (shop) => {
      await shop.ordered('o1', 'c1');
      await shop.pay('o1');
      return '';
    },
    act: (shop, _, context) => shop.cancel('o1', context),
    ends: 'cancelled',
  },
  {
    name: 'changing to more',
    prepare: async (shop) => {
      await shop.ordered('o1', 'c1');
      return shop.quoted('c1', 5, { changes: 'o1' });
    },
    act: (shop, quote, context) => shop.change('o1', quote, context),
    ends: 'placed',
  },
  {
    name: 'changing to less where nothing is left',
    prepare: async (shop) => {
      await shop.ordered('o1', 'c1', 10);
      return shop.quoted('c1', 2, { changes: 'o1' });
    },
    act: (shop, quote, context) => shop.change('o1', quote, context),
    ends: 'placed',
  },
  {
    name: 'changing to less',
    prepare: async (shop) => {
      await shop.ordered('o1', 'c1', 5);
      return shop.quoted('c1', 2, { changes: 'o1' });
    },
    act: (shop, quote, context) => shop.change('o1', quote, context),
    ends: 'placed',
  },
];

async function shopWith({ prepare }: Scenario): Promise<{ shop: TrialOrders; quote: string }> {
  const shop = new TrialOrders();
  await shop.sells('kiwi', 250);
  await shop.customers('c1', 'c2');
  await shop.offers('a', { limits: { maxUses: 2, perCustomer: 1 } });
  await shop.offers('b', { limits: { maxUses: 5 }, benefit: { amountOff: 50 } });
  await shop.offers('flash', { kind: 'flash-sale', benefit: { price: 200 }, limits: { stock: 10 } });
  const quote = await prepare(shop);
  await shop.caughtUp();
  return { shop, quote };
}

/** What there is at rest: the order, and every allowance. */
async function atRest(shop: TrialOrders) {
  const { status, toRelease, toConfirm, changing, lost, ordered } = await shop.order('o1');
  const counts = await Promise.all(ALLOWANCES.map((id) => shop.counts(id)));
  return { status, pay: ordered.pay, toRelease, toConfirm, changing, lost, counts };
}

async function crashed(shop: TrialOrders, act: () => Promise<unknown>, at: number, when: 'before' | 'after') {
  const store = new CrashingStore(shop.store, at, when);
  shop.orderStore = store.asStore();
  let died = false;
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
    died = true;
  }
  shop.orderStore = shop.store;
  return { died, appends: store.appends };
}

describe.each(SCENARIOS)('$name', (scenario) => {
  test('ends alike, whatever append the process dies at, and whoever takes it up', async () => {
    const { shop: calm, quote } = await shopWith(scenario);
    const { appends } = await crashed(
      calm,
      () => scenario.act(calm, quote, aContext()),
      Number.POSITIVE_INFINITY,
      'after',
    );
    await calm.carryOn('o1');
    const expected = await atRest(calm);
    await calm.close();
    expect(expected.status).toBe(scenario.ends);
    expect(expected).toMatchObject({ toRelease: [], toConfirm: false, changing: null, lost: [] });

    let deaths = 0;
    for (let at = 1; at <= appends; at++) {
      for (const when of ['before', 'after'] as const) {
        for (const takenUpBy of ['a retry', 'another process'] as const) {
          const { shop, quote: own } = await shopWith(scenario);
          const context = aContext();
          const { died } = await crashed(shop, () => scenario.act(shop, own, context), at, when);
          deaths += died ? 1 : 0;
          if (takenUpBy === 'another process') {
            shop.later(5_000);
            await shop.carryOn('o1');
          }
          await scenario.act(shop, own, context);
          await shop.carryOn('o1');
          expect({ at, when, takenUpBy, ...(await atRest(shop)) }).toEqual({ at, when, takenUpBy, ...expected });
          await shop.close();
        }
      }
    }
    expect(deaths).toBe(appends * 4);
  });
});

test('an order nobody takes up again leaves no hold behind, whatever append the process died at', async () => {
  const [placing] = SCENARIOS as [Scenario];
  for (let at = 1; at <= 6; at++) {
    const { shop, quote } = await shopWith(placing);
    await crashed(shop, () => placing.act(shop, quote, aContext()), at, 'after');
    shop.later(31 * MINUTE);
    await shop.carryOn('o1');
    const free = await Promise.all(ALLOWANCES.map(async (id) => (await shop.counts(id)).free));
    expect(free.filter((left) => left !== null)).toEqual(
      [2, 5, 10].slice(0, free.filter((left) => left !== null).length),
    );
    await shop.close();
  }
});
