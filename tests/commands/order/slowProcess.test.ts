import { expect, test } from '@jest/globals';
import { confirmHold } from '../../../src/commands/allowance/holdSteps.js';
import type { EventStore } from '../../../src/commands/eventStore.js';
import { execute } from '../../../src/commands/execute.js';
import { GroupCommit } from '../../../src/commands/groupCommit.js';
import { handleHot } from '../../../src/commands/handleHot.js';
import { placeOrder } from '../../../src/commands/order/placeOrder.js';
import { carryOn } from '../../../src/commands/processes/carryOn.js';
import { pay } from '../../../src/domain/order/paying.js';
import { orderAggregate } from '../../../src/domain/order/stream.js';
import { aContext } from '../trialContext.js';
import { TrialOrders } from './trialOrders.js';

/** A store whose first append to a stream waits until it is let through. */
function gated(inner: EventStore, stream: string) {
  let reached: () => void = () => {};
  let open: () => void = () => {};
  const isReached = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const isOpen = new Promise<void>((resolve) => {
    open = resolve;
  });
  let first = true;
  const store = new Proxy(inner, {
    get: (target, name) => {
      const value = Reflect.get(target, name);
      if (name !== 'append') return typeof value === 'function' ? value.bind(target) : value;
      return async (...given: Parameters<EventStore['append']>) => {
        if (given[0] === stream && first) {
          first = false;
          reached();
          await isOpen;
        }
        return inner.append(...given);
      };
    },
  });
  return { store, isReached, open };
}

test('a hold that a slow process takes after another refused the order goes back', async () => {
  const shop = new TrialOrders();
  await shop.sells('kiwi', 250);
  await shop.customers('c1', 'c2');
  await shop.offers('a', { limits: { maxUses: 5 } });
  await shop.offers('b', { limits: { maxUses: 1 }, benefit: { amountOff: 50 } });
  const [quote, rivals] = [await shop.quoted('c1'), await shop.quoted('c2')];

  const { store, isReached, open } = gated(shop.store, 'allowance-demo.b.uses');
  const { machine, view } = shop;
  const slow = { store, machine, view, commits: new GroupCommit({ store, machine }) };
  const placing = placeOrder(slow, aContext(), { order: 'o1', quote, customer: 'c1' });
  await isReached;

  await shop.place('rival', rivals, 'c2');
  shop.later(5_000);
  await shop.carryOn('o1');
  expect((await shop.order('o1')).status).toBe('refused');
  await shop.cancel('rival');
  open();

  expect((await placing).refusal).toMatchObject({ code: 'LIMIT_REACHED', promotion: 'b' });
  expect(await shop.types('allowance-demo.b.uses')).toEqual([
    'allowance-opened',
    'allowance-held',
    'hold-released',
    'allowance-held',
    'hold-released',
  ]);
  expect(await shop.counts('a.uses')).toMatchObject({ free: 5, held: 0 });
  expect(await shop.counts('b.uses')).toMatchObject({ free: 1, held: 0 });
  await shop.close();
});

test('a hold that one process confirms while another, whose clock is ahead, thinks it has ended is confirmed', async () => {
  const shop = new TrialOrders();
  await shop.sells('kiwi', 250);
  await shop.customers('c1');
  await shop.offers('a', { limits: { maxUses: 5, perCustomer: 1 } });
  await shop.ordered('o1', 'c1');
  await execute(shop.deps, orderAggregate, 'o1', aContext(), (order, at) =>
    pay(order, { payment: 'p1', hold: 'h' }, at),
  );
  const inTime = shop.machine.now();
  shop.later(32 * 60_000);

  const { store, isReached, open } = gated(shop.store, 'allowance-demo.a.uses');
  const { machine, view } = shop;
  const ahead = { store, machine, view, commits: new GroupCommit({ store, machine }) };
  const confirming = carryOn(ahead, 'demo', 'o1');
  await isReached;
  const behind = new GroupCommit({ store: shop.store, machine: { ...machine, now: () => inTime } });
  await handleHot({ commits: behind }, confirmHold, aContext(), { allowance: 'a.uses', hold: 'o1', order: 'o1' });
  open();
  await confirming;

  expect(await shop.order('o1')).toMatchObject({ holds: [{ hold: 'o1' }], lost: [] });
  expect(await shop.counts('a.uses')).toEqual({ free: 4, held: 0, confirmed: 1 });
  await shop.close();
});
