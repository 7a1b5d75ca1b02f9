import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ApiUnderTest, apiUnderTest } from './support/apiUnderTest.js';
import { givenTrialShop, SPEND_100_GET_20 } from './support/trialShop.js';

const TEN_OFF = { name: '立减10', kind: 'fixed-amount', benefit: { amountOff: 1_000 }, scope: { store: true } };
const PATH = '/v1/backtests';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiUnderTest();
  const seen = await givenTrialShop(api);
  const drafted = await api.ask('POST', '/v1/promotions', { body: { promotion: 'drafted', terms: TEN_OFF } });
  await api.orchard.deps.view.reached(drafted.json.position ?? seen);
  for (const [n, quantity] of [4, 3, 5].entries()) {
    const lines = [{ id: '1', sku: 'melon', quantity }];
    const quote = await api.ask('POST', '/v1/quotes', { body: { lines, ...(n === 2 && { customer: 'ann' }) } });
    const body = { order: `o${n}`, quote: quote.json.id, ...(n === 2 && { customer: 'ann' }) };
    expect((await api.ask('POST', '/v1/orders', { body })).status).toBe(201);
  }
});
afterAll(() => api.close());

const started = (body: object, headers = {}) => api.ask('POST', PATH, { body, headers });

async function over(location: string | null) {
  for (;;) {
    const { json, status } = await api.ask('GET', location!);
    expect(status).toBe(200);
    if (json.status !== 'running') return json;
  }
}

async function ran(body: object) {
  const { status, headers, json } = await started(body);
  expect([status, json.report]).toEqual([202, null]);
  return over(headers.get('location'));
}

describe('A backtest', () => {
  test('says what a draft would have cost on past orders, and what it takes for granted', async () => {
    const job = await ran({ with: ['drafted'] });
    expect(job).toMatchObject({ status: 'done', fault: null, change: { tested: ['drafted'], without: [] } });
    expect(job.assumed).toEqual([
      { code: 'behaviour-fixed', en: expect.stringContaining('held fixed'), zh: expect.stringContaining('顾客') },
    ]);
    expect(job.report).toMatchObject({
      orders: 3,
      changed: 3,
      reached: 3,
      was: { list: 36_000, discount: 4_000, pay: 32_000 },
      would: { list: 36_000, pay: 29_000 },
      pay: -3_000,
      byTier: [
        { key: '', orders: 2 },
        { key: 'gold', orders: 1 },
      ],
      unpriceable: { orders: 0, first: [] },
    });
  });

  test('opens the orders that change most as a preview shows two prices', async () => {
    const { report } = await ran({
      promotions: { bold: { ...SPEND_100_GET_20, benefit: { ladder: [{ from: 10_000, amountOff: 5_000 }] } } },
      without: ['autumn'],
    });
    expect(report.most.map(({ order }: { order: string }) => order)).toEqual(['o0', 'o2']);
    expect(report.most[0]).toMatchObject({
      variants: [
        { name: 'was', pay: 10_000, applied: [{ offer: 'autumn' }] },
        { name: 'would', pay: 7_000, applied: [{ offer: 'bold', revision: -1, amount: 5_000 }] },
      ],
      difference: { pay: -3_000, onlyInFirst: ['autumn'], onlyInSecond: ['bold'] },
    });
    expect(report.offers[0]).toMatchObject({ offer: 'autumn', displaced: 2, displacedFen: 4_000 });
  });

  test('tries other values of the draft as well', async () => {
    const { report } = await ran({ with: ['drafted'], grid: [{ at: '/benefit/amountOff', values: [500, 1_500] }] });
    expect(report.grid).toEqual([
      { values: [500], reached: 3, changed: 3, gave: 1_500, cost: 1_500 },
      { values: [1_500], reached: 3, changed: 3, gave: 4_500, cost: 4_500 },
    ]);
  });

  test('leaves in the log that it ran: who, what by its hash, and the sums', async () => {
    const job = await ran({ with: ['drafted'], orders: { last: 2 } });
    const [stored, ...more] = await api.orchard.store.readStream(`backtest-demo.${job.id}`);
    expect(more).toEqual([]);
    expect(stored).toMatchObject({ type: 'backtest-run', actor: { principal: expect.any(String) } });
    expect(JSON.parse(stored!.data)).toMatchObject({
      change: job.change.hash,
      tested: ['drafted'],
      last: 2,
      orders: 2,
      payWould: job.report.would.pay,
      position: job.report.position,
    });
    expect(stored!.data).not.toContain('立减10');
  });

  test('of a range without orders is done, with none', async () => {
    const job = await ran({ with: ['drafted'], orders: { since: '2099-01-01T00:00:00.000Z' } });
    expect(job).toMatchObject({ status: 'done', report: { orders: 0, changed: 0, pay: 0, most: [] } });
  });

  test('asked for with the same key is the same, with another body refused', async () => {
    const headers = { 'idempotency-key': 'bt-1' };
    const first = await started({ with: ['drafted'] }, headers);
    const again = await started({ with: ['drafted'] }, headers);
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    const other = await started({ without: ['autumn'] }, headers);
    expect([other.status, other.json.code]).toEqual([422, 'COMMAND_ID_REUSED']);
    await over(first.headers.get('location'));
  });
});

describe('A backtest under way', () => {
  /** Holds the log back until it is let go. */
  async function held(run: (letGo: () => void) => Promise<void>) {
    const { store } = api.orchard;
    const readAll = store.readAll.bind(store);
    let letGo = () => {};
    const gate = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    // The first look at the log is the check of what was asked.
    store.readAll = async (after, limit) => {
      if (limit > 1) await gate;
      return readAll(after, limit);
    };
    try {
      await run(letGo);
    } finally {
      letGo();
      store.readAll = readAll;
    }
  }

  test('is the one that answers who asks for the same', async () => {
    await held(async (letGo) => {
      const first = await started({ with: ['drafted'] });
      const second = await started({ with: ['drafted'] });
      expect(second.json).toMatchObject({ id: first.json.id, status: 'running', report: null });
      letGo();
      await over(first.headers.get('location'));
    });
  });

  test('is cancelled, leaves nothing in the log, and stays cancelled', async () => {
    await held(async (letGo) => {
      const { json } = await started({ without: ['autumn'] });
      const cancelling = api.ask('DELETE', `${PATH}/${json.id}`);
      const status = async () => (await api.ask('GET', `${PATH}/${json.id}`)).json.status;
      expect(await status()).toBe('running');
      letGo();
      expect((await cancelling).json).toMatchObject({ status: 'cancelled', report: null, fault: null });
      expect((await api.ask('DELETE', `${PATH}/${json.id}`)).json.status).toBe('cancelled');
      expect(await api.orchard.store.readStream(`backtest-demo.${json.id}`)).toEqual([]);
    });
  });

  test('is one of two: a third is told to wait for which', async () => {
    await held(async (letGo) => {
      const one = await started({ with: ['drafted'] });
      const two = await started({ without: ['autumn'] });
      const third = await started({ with: ['drafted'], without: ['autumn'] });
      expect([third.status, third.json.code]).toEqual([503, 'BACKTESTS_BUSY']);
      expect(third.json.facts.running).toEqual([one.json.id, two.json.id]);
      letGo();
      await over(one.headers.get('location'));
      await over(two.headers.get('location'));
    });
  });
});

describe('What cannot be run is refused with every fault:', () => {
  const AMOUNTS = (values: number[]) => [{ at: '/benefit/amountOff', values }];
  const TWO = { promotions: { a: TEN_OFF, b: TEN_OFF } };
  const BROKEN = { ...SPEND_100_GET_20, benefit: { ladder: [{ from: 100, amountOff: 500 }] } };

  test.each<[string, object, string, string]>([
    ['nothing changed', {}, '', 'NOTHING_CHANGED'],
    ['an id nobody knows', { with: ['ghost'] }, '/with/0', 'PROMOTION_UNKNOWN'],
    ['leaving out what is not there', { without: ['ghost'] }, '/without/0', 'PROMOTION_UNKNOWN'],
    [
      'a draft that does not compile',
      { promotions: { bad: BROKEN } },
      '/promotions/bad/benefit/ladder/0/amountOff',
      'STEP_GIVES_MORE_THAN_IT_ASKS',
    ],
    ['tested and left out', { with: ['drafted'], without: ['drafted'] }, '/without/0', 'TESTED_AND_LEFT_OUT'],
    [
      'instants the wrong way round',
      { with: ['drafted'], orders: { since: '2099-01-02T00:00:00Z', until: '2099-01-01T00:00:00Z' } },
      '/orders/until',
      'RANGE_EMPTY',
    ],
    [
      'an instant before the log',
      { with: ['drafted'], orders: { since: '2001-01-01T00:00:00Z' } },
      '/orders/since',
      'BEFORE_THE_LOG',
    ],
    [
      'a grid over what is no number',
      { with: ['drafted'], grid: [{ at: '/name', values: [1] }] },
      '/grid/0/at',
      'NO_NUMBER_THERE',
    ],
    ['a grid over two promotions', { ...TWO, grid: AMOUNTS([1]) }, '/grid', 'ONE_PROMOTION_ONLY'],
    ['a value that makes no terms', { with: ['drafted'], grid: AMOUNTS([500, -5]) }, '/grid', 'OUT_OF_RANGE'],
  ])('%s', async (_, body, pointer, code) => {
    const { status, json } = await started(body);
    expect([status, json.code]).toEqual([422, 'BACKTEST_INVALID']);
    expect(json.errors).toContainEqual(expect.objectContaining({ pointer, code }));
  });

  test('a backtest nobody started', async () => {
    for (const method of ['GET', 'DELETE']) {
      const { status, json } = await api.ask(method, `${PATH}/none`);
      expect([status, json.code]).toEqual([404, 'BACKTEST_UNKNOWN']);
    }
  });
});
