import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { BacktestMessage } from '../../../src/commands/backtest/backtestMessage.js';
import { cellChanges, changeOf, testedChange } from '../../../src/commands/backtest/change.js';
import { type BacktestAsked, runBacktest } from '../../../src/commands/backtest/runBacktest.js';
import { repriceProduct } from '../../../src/commands/product/repriceProduct.js';
import { draftPromotion } from '../../../src/commands/promotion/describePromotion.js';
import { pausePromotion, resumePromotion } from '../../../src/commands/promotion/promotionLife.js';
import { termsRules } from '../../../src/commands/promotion/termsRules.js';
import { setShopPolicies } from '../../../src/commands/shop/setShopPolicies.js';
import type { PromotionTerms } from '../../../src/domain/promotion/events.js';
import { TrialOrders } from '../order/trialOrders.js';

const HALF: PromotionTerms = {
  name: '半价',
  kind: 'percentage',
  benefit: { percentOffBp: 5_000 },
  scope: { store: true },
};
const DAY = 24 * 3_600_000;

let shop: TrialOrders;

beforeEach(async () => {
  shop = new TrialOrders();
  await shop.sells('kiwi', 250);
  await shop.sells('melon', 3_000);
  await shop.customers('c1', 'c2');
  await shop.offers('off1', { benefit: { amountOff: 100 } });
});

afterEach(() => shop.close());

/** Orders of 2, 4 and 6 kiwis on three days, while prices change. */
async function threeOrders(): Promise<void> {
  for (const n of [1, 2, 3]) {
    await shop.ordered(`o${n}`, n === 3 ? undefined : `c${n}`, n * 2);
    shop.later(DAY);
    await shop.told(repriceProduct, { sku: 'kiwi', unitPrice: 250 + n });
  }
}

async function backtested(asked: Partial<BacktestAsked> = {}) {
  return runBacktest(shop, { shop: 'demo', zone: 'Asia/Shanghai', change: testedChange([]), ...asked });
}

const draft = (id: string, terms: Partial<PromotionTerms>) => ({ id, revision: -1, terms: { ...HALF, ...terms } });
const without = (...ids: string[]) => testedChange([], { without: ids });

describe('past orders, run again', () => {
  test('with the offers as they were cost what they cost, whatever changed since', async () => {
    await threeOrders();
    const { report, whole } = await backtested();
    expect(whole).toBe(true);
    expect(report).toMatchObject({ orders: 3, changed: 0, reached: 0, pay: 0, offers: [], most: [] });
    expect(report.was).toEqual({ list: 500 + 1_004 + 1_512, discount: 300, delivery: 0, pay: 2_716 });
    expect(report.would).toEqual(report.was);
  });

  test('with the offer itself, as it is recorded, change nothing either', async () => {
    await threeOrders();
    const message = { with: ['off1'], without: [], promotions: {}, orders: {}, zone: 'Asia/Shanghai' };
    const { report } = await backtested({ change: changeOf(shop.view, 'demo', message) });
    expect(report).toMatchObject({ orders: 3, changed: 0, reached: 3, pay: 0 });
    expect(report.needed).toMatchObject([{ promotion: 'off1', budget: 300, uses: 3 }]);
  });

  test('without an offer give back what the orders recorded of it', async () => {
    await threeOrders();
    const { report } = await backtested({ change: without('off1') });
    expect(report).toMatchObject({ orders: 3, changed: 3, pay: 300, would: { discount: 0 } });
    expect(report.offers).toEqual([
      { offer: 'off1', ordersWas: 3, ordersWould: 0, gaveWas: 300, gaveWould: 0, displaced: 3, displacedFen: 300 },
    ]);
  });

  test('with a draft say what it would have given, whom it reached, and by product, tier and day', async () => {
    await threeOrders();
    const { report } = await backtested({ change: testedChange([draft('half', {})]) });
    expect(report).toMatchObject({ orders: 3, changed: 3, reached: 3 });
    // Half of the running price, then one yuan off: 500 → 150, 1004 → 402, 1512 → 656.
    expect(report.would).toEqual({ list: 3_016, discount: 1_808, delivery: 0, pay: 1_208 });
    expect(report.pay).toBe(1_208 - 2_716);
    expect(report.bySku).toEqual([{ key: 'kiwi', orders: 3, changed: 3, discountWas: 300, discountWould: 1_808 }]);
    expect(report.byTier).toMatchObject([{ key: '', orders: 3 }]);
    expect(report.byDay.map(({ key, orders }) => [key, orders])).toEqual([
      ['2026-11-22', 1],
      ['2026-11-23', 1],
      ['2026-11-24', 1],
    ]);
    expect(report.most.map(({ order }) => order)).toEqual(['o3', 'o2', 'o1']);
  });

  test('name the offers that a draft would have displaced, and by how much', async () => {
    await threeOrders();
    const exclusive = draft('half', { stacking: { exclusive: 'order', priority: 1_000 } });
    const { report } = await backtested({ change: testedChange([exclusive]) });
    expect(report.offers).toEqual([
      { offer: 'off1', ordersWas: 3, ordersWould: 0, gaveWas: 300, gaveWould: 0, displaced: 3, displacedFen: 300 },
      expect.objectContaining({ offer: 'half', ordersWould: 3, gaveWould: 250 + 502 + 756 }),
    ]);
  });

  test('say what budget a draft needed, and with which order its own would have run out', async () => {
    await threeOrders();
    const limited = draft('half', { limits: { budget: 700, maxUses: 2 }, stacking: { priority: 9 } });
    const { report } = await backtested({ change: testedChange([limited]) });
    const [needed] = report.needed;
    expect(needed).toMatchObject({ budget: report.offers.find(({ offer }) => offer === 'half')!.gaveWould, uses: 3 });
    expect(needed!.limits).toEqual({ budget: 700, maxUses: 2 });
    expect(needed!.budgetRunsOut).toMatchObject({ order: 'o2' });
    expect(needed!.usesRunOut).toMatchObject({ order: 'o3', at: expect.stringMatching(/^2026-11-24T/) });
  });

  test('count orders that a floor or the greatest discount of the store would have cut', async () => {
    await shop.told(setShopPolicies, { policies: { greatestDiscountBp: 3_000 }, reason: '试' });
    await threeOrders();
    const { report } = await backtested({ change: testedChange([draft('half', {})]) });
    expect(report).toMatchObject({ cutAtGreatest: 3, cutAtFloor: 0 });
    expect((await backtested({ change: without('off1') })).report.cutAtGreatest).toBe(0);
  });

  test('show the ten that change most with their two quotes, explained', async () => {
    await threeOrders();
    const { sideBySide } = await backtested({ change: testedChange([draft('half', {})]) });
    expect(sideBySide.map(({ order }) => order)).toEqual(['o3', 'o2', 'o1']);
    const { was, would } = sideBySide[0]!;
    expect(was.quote.applied.map(({ offer }) => offer)).toEqual(['off1']);
    expect(would.quote.applied.map(({ offer }) => offer)).toEqual(['half', 'off1']);
    expect([was.quote.pay, would.quote.pay]).toEqual([1_412, 656]);
  });
});

describe('the orders asked for', () => {
  test('are those placed in a half-open range, or the last so many', async () => {
    await threeOrders();
    const counted = async (asked: Partial<BacktestAsked>) => (await backtested(asked)).report.orders;
    expect(await counted({ since: '2026-11-23T12:00:00.000Z' })).toBe(2);
    expect(await counted({ until: '2026-11-23T12:00:00.000Z' })).toBe(1);
    expect(await counted({ since: '2027-01-01T00:00:00.000Z' })).toBe(0);
    expect(await counted({ last: 2 })).toBe(2);
    expect((await backtested({ last: 1 })).report.was.list).toBe(1_512);
    expect(await counted({ shop: 'elsewhere' })).toBe(0);
  });

  test('are no quotes that nobody took, and no orders that were refused', async () => {
    await shop.offers('few', { limits: { maxUses: 1 } });
    const first = await shop.quoted('c1');
    const second = await shop.quoted('c2');
    await shop.place('o1', first, 'c1');
    expect((await shop.place('o2', second, 'c2')).refusal).not.toBeNull();
    await shop.quoted('c1');
    expect((await backtested()).report).toMatchObject({ orders: 1, changed: 0 });
  });

  test('are read no further once it is cancelled', async () => {
    await threeOrders();
    const cancel = new AbortController();
    cancel.abort();
    expect(await backtested({ signal: cancel.signal })).toMatchObject({ whole: false, report: { orders: 0 } });
  });
});

describe('offers that come and go', () => {
  test('are in force for the orders that were priced with them, and for no other', async () => {
    await shop.ordered('o1', 'c1');
    await shop.offers('brief', { benefit: { amountOff: 50 } });
    await shop.ordered('o2', 'c2');
    await shop.told(pausePromotion, { promotion: 'brief' });
    shop.later(1);
    await shop.ordered('o3');
    await shop.told(resumePromotion, { promotion: 'brief' });
    shop.later(1);
    await shop.ordered('o4', 'c1');
    expect((await backtested()).report).toMatchObject({ orders: 4, changed: 0, was: { discount: 500 } });
    expect((await backtested({ change: without('off1') })).report.would.discount).toBe(100);
    expect((await backtested({ change: without('brief') })).report).toMatchObject({ changed: 2, pay: 100 });
  });
});

describe('what is tested', () => {
  const NEXT_YEAR = { from: '2027-01-01T00:00:00.000Z', until: '2027-01-08T00:00:00.000Z' };

  test('counts as in force throughout, in its hours and days', async () => {
    await threeOrders();
    const always = testedChange([draft('half', { schedule: NEXT_YEAR })]);
    expect(always.assumed).toEqual(['behaviour-fixed', 'window-ignored']);
    expect((await backtested({ change: always })).report.reached).toBe(3);
    const recurrence = { zone: 'Asia/Shanghai', weekdays: ['mon' as const] };
    const mondays = testedChange([draft('half', { schedule: { ...NEXT_YEAR, recurrence } })]);
    expect((await backtested({ change: mondays })).report).toMatchObject({ reached: 1, most: [{ order: 'o2' }] });
  });

  test('as a new coupon counts as chosen by all, and says so', async () => {
    await threeOrders();
    const change = testedChange([draft('half', { coupon: true })]);
    expect(change.assumed).toContain('coupon-chosen');
    expect((await backtested({ change })).report.reached).toBe(3);
  });

  test('is a draft of the log by its id', async () => {
    await threeOrders();
    await shop.told(draftPromotion(termsRules(() => true)), { promotion: 'half', terms: HALF });
    const message = { with: ['half'], without: ['off1'], promotions: {}, orders: {}, zone: 'Asia/Shanghai' };
    const { report } = await backtested({ change: changeOf(shop.view, 'demo', message) });
    expect(report.would.discount).toBe(250 + 502 + 756);
  });
});

describe('a grid of values', () => {
  test('says for each what it would have reached and cost, in one run', async () => {
    await threeOrders();
    const message: BacktestMessage = {
      with: [],
      without: ['off1'],
      promotions: {
        ladder: {
          name: '满减',
          kind: 'spend-threshold',
          benefit: { ladder: [{ from: 500, amountOff: 100 }] },
          scope: { store: true },
        },
      },
      orders: {},
      zone: 'Asia/Shanghai',
      grid: [
        { at: '/benefit/ladder/0/from', values: [500, 1_500] },
        { at: '/benefit/ladder/0/amountOff', values: [100, 200] },
      ],
    };
    const change = changeOf(shop.view, 'demo', message);
    const { grid, report } = await backtested({ change, cells: cellChanges(shop.view, 'demo', message) });
    // Off1 gave 300 in all.
    expect(grid).toEqual([
      { values: [500, 100], reached: 3, changed: 3, gave: 300, cost: 0 },
      { values: [500, 200], reached: 3, changed: 3, gave: 600, cost: 300 },
      { values: [1_500, 100], reached: 1, changed: 3, gave: 100, cost: -200 },
      { values: [1_500, 200], reached: 1, changed: 3, gave: 200, cost: -100 },
    ]);
    expect(report).toMatchObject({ reached: 3, pay: 0 });
  });
});
