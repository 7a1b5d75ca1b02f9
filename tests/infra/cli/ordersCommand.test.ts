import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { doors } from '../../../src/infra/bootstrap/doors.js';
import { runOrchard } from '../../../src/infra/cli/runOrchard.js';
import { type ApiUnderTest, apiUnderTest } from '../http/support/apiUnderTest.js';
import { FOUR_MELONS, givenTrialShop } from '../http/support/trialShop.js';
import { CapturedTerminal } from './capturedTerminal.js';

let api: ApiUnderTest;

beforeAll(async () => {
  api = await apiUnderTest();
  await givenTrialShop(api);
});
afterAll(() => api.close());

async function orders(...args: string[]) {
  const terminal = new CapturedTerminal();
  const code = await runOrchard(['orders', ...args], doors('test'), terminal);
  return { code, terminal };
}

describe('orchard orders', () => {
  test('places, pays, shows and lists', async () => {
    const { json } = await api.ask('POST', '/v1/quotes', { body: FOUR_MELONS });
    const url = ['--url', api.url];
    const placed = await orders('place', '--quote', json.id, '--order', 'o_1', ...url);
    expect(placed.code).toBe(0);
    expect(placed.terminal.printed).toMatch(/o_1 +placed +– +10000/);
    expect((await orders('pay', 'o_1', '--amount', '1', ...url)).terminal.complained).toContain('AMOUNT_DIFFERS');
    expect((await orders('pay', 'o_1', '--amount', '10000', '--payment', 'p_1', ...url)).code).toBe(0);
    await api.orchard.projector.reached(
      (await import('../../../src/projections/orders/ordersProjection.js')).ordersProjection,
      await api.orchard.store.head(),
    );
    const shown = await orders('show', 'o_1', '--json', ...url);
    expect(shown.terminal.json[0]).toMatchObject({ id: 'o_1', status: 'paid', payment: 'p_1' });
    expect((await orders('list', '--status', 'paid', ...url)).terminal.printed).toContain('o_1');
  });

  test.each([
    [['eat'], '"eat" is none of list, show, place, pay, cancel, change.'],
    [['show'], 'Give the id of the order.'],
    [['place'], 'Give --quote.'],
    [['cancel', 'o_1'], 'Give --reason.'],
    [['pay', 'o_1', '--amount', '4.50'], '--amount is in whole fen'],
    [['list', '--data-dir', '/tmp/nowhere_at_all'], 'No server holds /tmp/nowhere_at_all'],
  ])('%j is a usage error', async (args, sentence) => {
    const { code, terminal } = await orders(...args);
    expect(code).toBe(2);
    expect(terminal.complained).toContain(sentence);
  });
});
