import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { execute } from '../../../src/commands/execute.js';
import { keepAllowances } from '../../../src/commands/processes/keepAllowances.js';
import { OrderKeeper } from '../../../src/commands/processes/orderKeeper.js';
import { revisePromotion } from '../../../src/commands/promotion/describePromotion.js';
import { endPromotion } from '../../../src/commands/promotion/promotionLife.js';
import { termsRules } from '../../../src/commands/promotion/termsRules.js';
import { pay } from '../../../src/domain/order/paying.js';
import { orderAggregate } from '../../../src/domain/order/stream.js';
import { TrialOrders } from '../order/trialOrders.js';
import { aContext } from '../trialContext.js';

const MINUTE = 60_000;
let shop: TrialOrders;

beforeEach(async () => {
  shop = new TrialOrders();
  await shop.sells('kiwi', 250);
  await shop.customers('c1', 'c2', 'c3');
  await shop.offers('deal', { limits: { maxUses: 5, perCustomer: 1 } });
});

afterEach(() => shop.close());

/** A process that saw the whole log, or what of it is after a position. */
async function keeper(): Promise<OrderKeeper> {
  const kept = new OrderKeeper(shop.deps, async () => {}, '0');
  kept.see(await shop.store.readAll('0', 10_000));
  return kept;
}

/** Pays without the process that serves going on: as if it had died right after. */
const onlyPaid = (id: string) =>
  execute(shop.deps, orderAggregate, id, aContext(), (order, at) => pay(order, { payment: 'p1', hold: 'h1' }, at));

describe('a process that keeps orders', () => {
  test('confirms the holds of a paid order, with correlation and causation', async () => {
    await shop.ordered('o1', 'c1');
    await onlyPaid('o1');
    await (await keeper()).lookAround();
    expect(await shop.counts('deal.uses')).toEqual({ free: 4, held: 0, confirmed: 1 });
    const paid = (await shop.store.readStream('order-demo.o1')).find(({ type }) => type === 'order-paid')!;
    const confirmed = (await shop.store.readStream('allowance-demo.deal.uses')).at(-1)!;
    expect(confirmed).toMatchObject({
      type: 'hold-confirmed',
      correlation: paid.correlation,
      causation: paid.id,
      actor: { principal: 'orchard', role: 'order-service' },
    });
  });

  test('expires orders at their own deadlines, any number of processes once', async () => {
    await shop.ordered('o1', 'c1');
    shop.later(10 * MINUTE);
    await shop.ordered('o2', 'c2');
    const all = [await keeper(), await keeper(), await keeper()];
    const look = () => Promise.all(all.map((one) => one.lookAround()));
    shop.later(20 * MINUTE - 1);
    await look();
    expect((await shop.order('o1')).status).toBe('placed');
    shop.later(1);
    await look();
    expect([(await shop.order('o1')).status, (await shop.order('o2')).status]).toEqual(['expired', 'placed']);
    shop.later(10 * MINUTE);
    await look();
    expect((await shop.order('o2')).status).toBe('expired');
    expect(await shop.types('order-demo.o1')).toEqual([
      'order-placing',
      'order-placed',
      'order-expired',
      'holds-released',
    ]);
    expect(await shop.counts('deal.uses')).toEqual({ free: 5, held: 0, confirmed: 0 });
    expect(all.map(({ waiting }) => waiting)).toEqual([0, 0, 0]);
  });

  test('payment and expiry at the deadline: the stream of the order decides, one of the two', async () => {
    for (let n = 1; n <= 20; n++) {
      const id = `o${n}`;
      await shop.ordered(id, `c1`);
      shop.later(30 * MINUTE - (n % 2));
      const [paying] = await Promise.all([shop.pay(id), (await keeper()).lookAround()]);
      expect(paying.refusal).toBeNull();
      shop.later(2 * MINUTE);
      await (await keeper()).lookAround();
      expect((await shop.order(id)).status).toBe('paid');
      const { held, confirmed } = await shop.counts('deal.uses');
      expect([held, confirmed]).toEqual([0, 1]);
      await shop.cancel(id);
      await shop.caughtUp();
    }
  });

  test('takes a hold again that ended before it was confirmed, or says what is lost', async () => {
    await shop.offers('last', { limits: { maxUses: 1 }, benefit: { amountOff: 10 } });
    await shop.ordered('o1', 'c1');
    await onlyPaid('o1');
    shop.later(32 * MINUTE);
    await shop.caughtUp();
    await shop.ordered('o2', 'c2');
    await (await keeper()).lookAround();
    const order = await shop.order('o1');
    expect(order).toMatchObject({ status: 'paid', lost: ['last.uses'], toConfirm: false });
    expect(order.holds.map(({ allowance, hold }) => [allowance, hold])).toEqual([['deal.uses', 'o1.again']]);
    expect(await shop.counts('last.uses')).toEqual({ free: 0, held: 1, confirmed: 0 });
    expect((await shop.counts('deal.uses')).confirmed).toBe(1);
  });

  test('runs until it is told to stop', async () => {
    const stop = new AbortController();
    const kept = new OrderKeeper(shop.deps, async () => {}, '0');
    let wentOn: () => void = () => {};
    const alive = new Promise<void>((resolve) => {
      wentOn = resolve;
    });
    const running = kept.run(stop.signal, () => wentOn());
    await alive;
    stop.abort();
    await running;
  });
});

describe('a process that keeps allowances', () => {
  const rules = termsRules(() => true);
  const revised = (limits: object) =>
    shop.told(revisePromotion(rules), {
      promotion: 'deal',
      terms: { name: 'deal', kind: 'fixed-amount', benefit: { amountOff: 100 }, scope: { store: true }, limits },
      reason: '试',
    });
  const none = async function* () {};

  /** Follows what there is in the log, to its end. */
  async function kept(): Promise<void> {
    const stop = new AbortController();
    const head = await shop.store.head();
    const running = keepAllowances(shop.deps, none(), '0', stop.signal, () => stop.abort());
    await running;
    expect(Number(await shop.store.head())).toBeGreaterThanOrEqual(Number(head));
  }

  test('opens those of a published promotion before anybody asks', async () => {
    await shop.offers('flash', {
      kind: 'flash-sale',
      benefit: { price: 100 },
      limits: { stock: 10, budget: 500, perCustomer: 2 },
    });
    await kept();
    await kept();
    expect(await shop.types('allowance-demo.flash.stock')).toEqual(['allowance-opened']);
    expect(await shop.types('allowance-demo.flash.budget')).toEqual(['allowance-opened']);
    expect((await shop.allowance('deal.uses')).terms).toMatchObject({ total: 5, perCustomer: 1 });
  });

  test('raises and lowers them while it runs, never below what is taken', async () => {
    await shop.ordered('o1', 'c1');
    await shop.ordered('o2', 'c2');
    await revised({ maxUses: 9, perCustomer: 2 });
    await kept();
    expect((await shop.allowance('deal.uses')).terms).toMatchObject({ total: 9, perCustomer: 2 });
    await revised({ maxUses: 1 });
    await kept();
    expect((await shop.allowance('deal.uses')).terms).toMatchObject({ total: 2 });
    expect(await shop.counts('deal.uses')).toEqual({ free: 0, held: 2, confirmed: 0 });
  });

  test('leaves a promotion that ended as it is', async () => {
    await shop.told(endPromotion, { promotion: 'deal', reason: '完' });
    await kept();
    expect(await shop.types('allowance-demo.deal.uses')).toEqual([]);
  });
});
