import { afterEach, describe, expect, test } from '@jest/globals';
import { execute } from '../../../src/commands/execute.js';
import type { OrderEvent } from '../../../src/domain/order/events.js';
import { pay } from '../../../src/domain/order/paying.js';
import { orderAggregate } from '../../../src/domain/order/stream.js';
import type { RunningOrchard } from '../../../src/infra/bootstrap/runningOrchard.js';
import { aContext } from '../../commands/trialContext.js';
import { type ApiUnderTest, apiUnderTest, type TestOptions } from './support/apiUnderTest.js';
import { FOUR_MELONS, givenTrialShop } from './support/trialShop.js';

let api: ApiUnderTest;
afterEach(() => api.close());
const given = async (parts?: TestOptions['parts']) => {
  api = await apiUnderTest(parts ? { parts } : {});
  const position = await givenTrialShop(api);
  await api.orchard.deps.view.reached(position);
  for (const { name } of api.orchard.projector.status()) {
    await api.ask('GET', `/v1/${name === 'shops' ? 'shop/policies' : name}?min-position=${position}`);
  }
};

/** The projector with the status of one projection changed. */
const withStatus =
  (change: object) =>
  ({ projector }: RunningOrchard) => ({
    projector: {
      reached: projector.reached.bind(projector),
      status: () =>
        projector.status().map((status) => (status.name === 'products' ? { ...status, ...change } : status)),
    },
  });

describe('A process', () => {
  test('lives', async () => {
    await given();
    expect((await api.ask('GET', '/livez')).json).toEqual({ status: 'ok' });
  });

  test('is ready when its views have caught up, and says how far each is', async () => {
    await given();
    const { status, json } = await api.ask('GET', '/readyz');
    expect([status, json.ready, json.fault]).toEqual([200, true, null]);
    expect(json.views.map(({ name, lag }: { name: string; lag: number }) => [name, lag])).toEqual([
      ['prices', 0],
      ['promotions', 0],
      ['products', 0],
      ['customers', 0],
      ['shops', 0],
      ['quotes', 0],
      ['orders', 0],
      ['allowances', 0],
    ]);
  });

  test('is not ready before its views have caught up', async () => {
    await given(withStatus({ position: '0' }));
    const { status, json, headers } = await api.ask('GET', '/readyz');
    expect([status, json.ready, headers.get('retry-after')]).toEqual([503, false, '1']);
  });

  test('that waits at an event of a newer version is not ready', async () => {
    await given(withStatus({ waitsAt: 'an event of tomorrow' }));
    const { status, json } = await api.ask('GET', '/readyz');
    expect([status, json.views[2].waitsAt]).toEqual([503, 'an event of tomorrow']);
  });

  test('with a parked stream is ready but says that a view is incomplete', async () => {
    await given(
      withStatus({ parked: [{ stream: 'product-demo.x', position: '1', type: 'product-listed', error: 'no' }] }),
    );
    const { status, json } = await api.ask('GET', '/readyz');
    expect([status, json.views[2].complete, json.views[2].parked]).toEqual([200, false, 1]);
    expect((await api.ask('GET', '/v1/products')).headers.get('orchard-incomplete')).toBe('1 parked');
  });

  test('counts the paid orders that stand on a hold that was lost, tells its log once, and stays ready', async () => {
    await given();
    const { json } = await api.ask('POST', '/v1/quotes', { body: FOUR_MELONS });
    const lost: OrderEvent = { type: 'holds-confirmed', data: { holds: [], lost: ['flash.stock'] } };
    const placed = await api.ask('POST', '/v1/orders', { body: { quote: json.id, order: 'o1' } });
    const { position } = await execute(api.orchard.deps, orderAggregate, 'o1', aContext(), (order, at) => [
      ...pay(order, { payment: null, hold: 'late' }, at),
      lost,
    ]);
    const listed = await api.ask('GET', `/v1/orders?lostHolds=yes&min-position=${position}`);
    expect(listed.json.items).toMatchObject([{ id: 'o1', status: 'paid', lost: ['flash.stock'] }]);
    await api.orchard.deps.view.reached(position!);
    const { status, json: ready } = await api.ask('GET', '/readyz');
    await api.ask('GET', '/readyz');
    expect([placed.status, status, ready.lostHolds]).toEqual([201, 200, 1]);
    expect(api.logged).toEqual([{ lostHolds: 1 }]);
  });

  test('whose views stopped following is not ready, and tells its log why, once', async () => {
    await given(() => ({ fault: () => 'tables: disk /var/secret is full' }));
    const { status, json } = await api.ask('GET', '/readyz');
    await api.ask('GET', '/readyz');
    expect([status, json.fault]).toEqual([503, 'tables']);
    expect(api.logged).toEqual([{ fault: 'tables: disk /var/secret is full' }]);
  });
});
