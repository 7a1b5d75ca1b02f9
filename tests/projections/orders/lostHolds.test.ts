import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { OrderEvent } from '../../../src/domain/order/events.js';
import { LostHolds } from '../../../src/projections/orders/lostHolds.js';
import { ordersProjection } from '../../../src/projections/orders/ordersProjection.js';
import { TrialOrders } from '../../commands/order/trialOrders.js';
import { cancelled, paid, placed, placing, stock, uses } from '../../domain/order/sampleOrder.js';
import { logOf } from '../sampleLog.js';
import { SqliteTrialTables } from '../trialTables.js';

const confirmed = (lost: readonly string[]): OrderEvent => ({
  type: 'holds-confirmed',
  data: { holds: [uses], lost },
});
const happened = (...events: readonly OrderEvent[]) =>
  logOf(...events.map((event) => ['order-demo.o1', event] as const));

describe('a paid order that lost a hold', () => {
  test('is counted until it is cancelled', () => {
    const lost = new LostHolds();
    const sizes = happened(placing(), placed, paid, confirmed([stock.allowance]), cancelled(4_440)).map((event) => {
      lost.follow(event);
      return lost.size;
    });
    expect(sizes).toEqual([0, 0, 0, 1, 0]);
  });

  test('is not one whose holds were all confirmed', () => {
    const lost = new LostHolds();
    for (const event of happened(placing(), placed, paid, confirmed([]))) lost.follow(event);
    expect(lost.size).toBe(0);
  });

  test('is marked in the table, and known again from there', async () => {
    const tables = new SqliteTrialTables();
    await tables.views.reset(ordersProjection);
    const log = happened(placing(), placed, paid, confirmed([stock.allowance]), cancelled(4_440));
    const lost = new LostHolds();
    const sizes: unknown[] = [];
    for (const event of log) {
      await tables.fold(ordersProjection, [event]);
      const [row] = await tables.views.scan(ordersProjection, '', 10);
      lost.keep(row!);
      sizes.push([tables.table('customer_order')[0]?.['lost_holds'], lost.size]);
    }
    expect(sizes).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
      [1, 1],
      [0, 0],
    ]);
    await tables.close();
  });
});

describe('an outage longer than the grace, between payment and confirmation', () => {
  let shop: TrialOrders;
  beforeEach(async () => {
    shop = new TrialOrders();
    await shop.sells('kiwi', 250);
    await shop.customers('c1', 'c2');
    await shop.offers('flash', { kind: 'flash-sale', benefit: { price: 100 }, limits: { stock: 10 } });
    await shop.ordered('o1', 'c1', 6);
    // The payment is in the log, and then nothing happens for a day: as after a restore from a backup.
    await shop.paidInLogOnly('o1');
    shop.later(24 * 3_600_000);
  });
  afterEach(() => shop.close());

  test('loses what others took meanwhile, and somebody is told', async () => {
    await shop.ordered('o2', 'c2', 10);
    await shop.carryOn('o1');
    await shop.caughtUp();
    expect(await shop.order('o1')).toMatchObject({ status: 'paid', lost: ['flash.stock'] });
    expect(shop.view.lostHolds()).toBe(1);
    expect(await shop.counts('flash.stock')).toMatchObject({ held: 10, confirmed: 0 });
    await shop.cancel('o1');
    await shop.caughtUp();
    expect(shop.view.lostHolds()).toBe(0);
  });

  test('loses nothing while enough is left', async () => {
    await shop.ordered('o2', 'c2', 4);
    await shop.carryOn('o1');
    await shop.caughtUp();
    expect(await shop.order('o1')).toMatchObject({ status: 'paid', lost: [] });
    expect(shop.view.lostHolds()).toBe(0);
    expect(await shop.counts('flash.stock')).toMatchObject({ held: 4, confirmed: 6 });
  });
});
