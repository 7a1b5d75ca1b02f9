import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { repriceProduct } from '../../../src/commands/product/repriceProduct.js';
import { pausePromotion, stopPromotion } from '../../../src/commands/promotion/promotionLife.js';
import { overView } from '../../../src/commands/quote/viewFor.js';
import { rejectionOf } from '../rejectionOf.js';
import { aContext } from '../trialContext.js';
import { TrialOrders } from './trialOrders.js';

let shop: TrialOrders;

beforeEach(async () => {
  shop = new TrialOrders();
  await shop.sells('kiwi', 250);
  await shop.customers('c1', 'c2', 'c3');
});

afterEach(() => shop.close());

describe('an order without limits', () => {
  test('is placed at the price of its quote, takes no hold and pins the quote', async () => {
    await shop.offers('off1', {});
    const quote = await shop.quoted('c1');
    await shop.told(repriceProduct, { sku: 'kiwi', unitPrice: 999 });
    const { outcome, refusal } = await shop.place('o1', quote, 'c1');
    expect(refusal).toBeNull();
    expect(outcome!.state).toMatchObject({ status: 'placed', customer: 'c1', deadline: '2026-11-22T12:30:00.000Z' });
    expect(outcome!.state.ordered).toMatchObject({
      pay: 400,
      gave: { off1: 100 },
      lines: [{ list: 500, pay: 400, shares: { off1: 100 } }],
    });
    expect(await shop.types('order-demo.o1')).toEqual(['order-placing', 'order-placed']);
    expect(await shop.types(`quote-demo.${quote}`)).toEqual(['quote-given', 'quote-taken']);
  });

  test('asked for again changes nothing and gives the same answer, even once it is paid', async () => {
    const quote = await shop.quoted('c1');
    const context = aContext();
    const first = await shop.place('o1', quote, 'c1', context);
    await shop.pay('o1');
    const again = await shop.place('o1', quote, 'c1', context);
    expect({ ...again.outcome, replayed: false }).toEqual({ ...first.outcome, replayed: false });
    expect(again.outcome!.replayed).toBe(true);
    expect((await shop.place('o1', quote, 'c1')).outcome!.state.status).toBe('placed');
    expect(await shop.types('order-demo.o1')).toEqual(['order-placing', 'order-placed', 'order-paid']);
  });

  test('needs no id: the key makes one', async () => {
    const quote = await shop.quoted(undefined);
    const context = aContext({ commandId: '11111111-2222-5333-8444-555555555555' });
    const { id } = await shop.place(undefined as unknown as string, quote, undefined, context);
    expect(id).toBe('11111111222253338444555555555555');
  });
});

describe('a quote that cannot be pinned', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['QUOTE_UNKNOWN', () => shop.place('o1', 'q9', 'c1')],
    ['QUOTE_FOREIGN', async () => shop.place('o1', await shop.quoted('c1'), 'c2')],
    ['QUOTE_FOREIGN', async () => shop.place('o1', await shop.quoted('c1'))],
    [
      'QUOTE_USED',
      async () => {
        const quote = await shop.quoted('c1');
        await shop.place('o1', quote, 'c1');
        return shop.place('o2', quote, 'c1');
      },
    ],
    [
      'ORDER_EXISTS',
      async () => {
        await shop.ordered('o1', 'c1');
        return shop.place('o1', await shop.quoted('c1'), 'c1');
      },
    ],
  ])('%s: is refused and nothing is written', async (code, placing) => {
    const attempt = placing();
    expect((await rejectionOf(attempt)).code).toBe(code);
    expect(await shop.types('order-demo.o2')).toEqual([]);
  });

  test('expires at its very instant', async () => {
    const [early, late] = [await shop.quoted('c1'), await shop.quoted('c1')];
    shop.later(15 * 60_000 - 1);
    expect((await shop.place('o1', early, 'c1')).refusal).toBeNull();
    shop.later(1);
    expect((await rejectionOf(shop.place('o2', late, 'c1'))).code).toBe('QUOTE_EXPIRED');
  });

  test('is void when one of its offers was stopped in an emergency, and stands when it was paused', async () => {
    await shop.offers('off1', {});
    const [one, other] = [await shop.quoted('c1'), await shop.quoted('c1')];
    await shop.told(pausePromotion, { promotion: 'off1' });
    expect((await shop.place('o1', one, 'c1')).refusal).toBeNull();
    await shop.told(stopPromotion, { promotion: 'off1', reason: '标错价' });
    const void_ = await rejectionOf(shop.place('o2', other, 'c1'));
    expect({ code: void_.code, ...void_.facts }).toEqual({ code: 'QUOTE_VOID', stopped: ['off1'] });
  });
});

describe('an order of limited offers', () => {
  test('takes a hold of each until its deadline and a minute, in the order of allowance ids', async () => {
    await shop.offers('b_uses', { limits: { maxUses: 5, perCustomer: 1 } });
    await shop.offers('a_budget', { limits: { budget: 1_000 } });
    await shop.ordered('o1', 'c1');
    const order = await shop.order('o1');
    expect(order.holds.map(({ allowance, amount }) => [allowance, amount])).toEqual([
      ['b_uses.uses', 1],
      ['a_budget.budget', 100],
    ]);
    expect(await shop.counts('a_budget.budget')).toEqual({ free: 900, held: 100, confirmed: 0 });
    const hold = (await shop.allowance('b_uses.uses')).holds.get('o1');
    expect(hold).toMatchObject({ order: 'o1', customer: 'c1', until: '2026-11-22T12:31:00.000Z' });
  });

  test('of which one is gone is refused, gives the others back and says what it costs without', async () => {
    await shop.offers('a', { limits: { maxUses: 5 } });
    await shop.offers('b', { limits: { maxUses: 1 } });
    const [one, other] = [await shop.quoted('c1'), await shop.quoted('c2')];
    await shop.place('o1', one, 'c1');
    const blind = overView(shop.deps.view, ({ orders }) => ({ orders, remaining: () => undefined }));
    const { placeOrder } = await import('../../../src/commands/order/placeOrder.js');
    const context = aContext();
    const place = () =>
      placeOrder({ ...shop.deps, view: blind }, context, { order: 'o2', quote: other, customer: 'c2' });
    const answer = await place();
    expect(answer).toMatchObject({
      refusal: { code: 'LIMIT_REACHED', promotion: 'b', allowance: 'b.uses', facts: { remaining: 0 } },
      outcome: { state: { status: 'refused' } },
      instead: { given: { amounts: { pay: 400, gave: { a: 100 } } } },
    });
    expect(await shop.counts('a.uses')).toEqual({ free: 4, held: 1, confirmed: 0 });
    expect(await shop.types('order-demo.o2')).toEqual(['order-placing', 'order-refused', 'holds-released']);
    const again = await place();
    expect(again).toMatchObject({
      refusal: { code: 'LIMIT_REACHED' },
      instead: { id: (answer as { instead: { id: string } }).instead.id },
    });
    expect(await shop.types('order-demo.o2')).toHaveLength(3);
  });

  test('that the view knows to be gone is refused before anything is written', async () => {
    await shop.offers('b', { limits: { maxUses: 1 } });
    const [one, other] = [await shop.quoted('c1'), await shop.quoted('c2')];
    await shop.place('o1', one, 'c1');
    const answer = await shop.place('o2', other, 'c2');
    expect(answer).toMatchObject({
      outcome: null,
      refusal: { code: 'LIMIT_REACHED' },
      instead: { given: { amounts: { pay: 500 } } },
    });
    expect(await shop.types('order-demo.o2')).toEqual([]);
  });

  test('for each customer so often needs a customer', async () => {
    await shop.offers('b', { limits: { perCustomer: 1 } });
    expect((await shop.quote({ lines: [{ id: '1', sku: 'kiwi', quantity: 2 }] })).quote!.refused).toMatchObject([
      { offer: 'b', reason: 'customer-limit-reached' },
    ]);
  });
});

describe('quotes know what is left', () => {
  test('sold-out, customer-limit-reached and budget-exceeded', async () => {
    await shop.offers('sold', { limits: { maxUses: 1 } });
    await shop.offers('once', { limits: { perCustomer: 1 } });
    await shop.offers('money', { limits: { budget: 150 } });
    await shop.ordered('o1', 'c1', 4);
    const reasons = async (customer: string) => {
      const { quote } = await shop.quote({ lines: [{ id: '1', sku: 'kiwi', quantity: 4 }], customer });
      return Object.fromEntries(quote!.refused.map(({ offer, reason }) => [offer, reason]));
    };
    expect(await reasons('c1')).toEqual({ sold: 'sold-out', once: 'customer-limit-reached', money: 'budget-exceeded' });
    expect(await reasons('c2')).toEqual({ sold: 'sold-out', money: 'budget-exceeded' });
    shop.later(31 * 60_000);
    expect(await reasons('c1')).toEqual({});
  });

  test('a flash price covers what is left of its stock, and the quote comes back from the log', async () => {
    await shop.offers('flash', { kind: 'flash-sale', benefit: { price: 100 }, limits: { stock: 5 } });
    await shop.ordered('o1', 'c1', 4);
    const { id, quote } = await shop.quote({ lines: [{ id: '1', sku: 'kiwi', quantity: 3 }], customer: 'c2' });
    expect(quote!.pay).toBe(100 + 500);
    expect(await shop.explained(id)).toMatchObject({ verified: true, quote: { pay: 600 } });
    await shop.place('o2', id, 'c2');
    expect(await shop.counts('flash.stock')).toEqual({ free: 0, held: 5, confirmed: 0 });
    expect(await shop.explained(id)).toMatchObject({ verified: true });
  });

  test('the number of an order follows from orders placed and not cancelled', async () => {
    await shop.offers('new', { audience: { newCustomer: true } });
    const pays = async () =>
      (await shop.quote({ lines: [{ id: '1', sku: 'kiwi', quantity: 2 }], customer: 'c1' })).quote!.pay;
    expect(await pays()).toBe(400);
    await shop.ordered('o1', 'c1');
    expect(await pays()).toBe(500);
    await shop.cancel('o1');
    await shop.caughtUp();
    expect(await pays()).toBe(400);
  });

  test('a first order is one of a customer, judged at placing', async () => {
    await shop.offers('new', { audience: { newCustomer: true } });
    const [one, other] = [await shop.quoted('c1'), await shop.quoted('c1')];
    expect((await shop.place('o1', one, 'c1')).refusal).toBeNull();
    const answer = await shop.place('o2', other, 'c1');
    expect(answer).toMatchObject({
      refusal: { code: 'CUSTOMER_LIMIT_REACHED', promotion: 'first_order' },
      instead: { given: { amounts: { pay: 500 } } },
    });
  });
});
