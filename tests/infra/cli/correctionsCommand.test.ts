import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { doors } from '../../../src/infra/bootstrap/doors.js';
import { runOrchard } from '../../../src/infra/cli/runOrchard.js';
import { type ApiUnderTest, apiUnderTest } from '../http/support/apiUnderTest.js';
import { FOUR_MELONS, givenTrialShop } from '../http/support/trialShop.js';
import { CapturedTerminal } from './capturedTerminal.js';

let api: ApiUnderTest;
let since: string;
beforeAll(async () => {
  api = await apiUnderTest();
  await api.orchard.deps.view.reached(await givenTrialShop(api));
  since = new Date().toISOString();
  for (const n of [1, 2]) {
    await api.ask('POST', '/v1/quotes', { body: { quote: `q_${n}`, ...FOUR_MELONS, customer: 'ann' } });
    await api.ask('POST', '/v1/orders', { body: { order: `o_${n}`, quote: `q_${n}`, customer: 'ann' } });
  }
  await api.ask('POST', '/v1/orders/o_1/pay', { body: { payment: 'pay_1', amount: 10_000 } });
  await api.ask('POST', '/v1/products/melon/price', { body: { unitPrice: 2_000, effectiveFrom: since } });
});
afterAll(() => api.close());

async function orchard(...args: string[]) {
  const terminal = new CapturedTerminal();
  const code = await runOrchard(['corrections', ...args, '--url', api.url], doors('test'), terminal);
  return { code, out: terminal.printed, err: terminal.complained };
}

describe('orchard corrections', () => {
  test('lists what back-dated facts would have changed, in words, CSV and JSON lines', async () => {
    const { code, out } = await orchard('--since', since);
    expect(code).toBe(0);
    expect(out).toMatch(/q_1 {2}10000 fen, would be 8000 \(-2000\); order o_1 paid, 2000 to pay back\n/);
    expect(out).toMatch(/q_2 {2}10000 fen, would be 8000 \(-2000\); order o_2 placed, not paid\n/);
    const csv = (await orchard('--since', since, '--sku', 'melon', '--format', 'csv')).out;
    expect(csv).toMatch(
      /^\uFEFFquote,at,customer,pay,due,difference,.*\r\nq_1,.*,ann,10000,8000,-2000,,o_1,paid,0,2000,\r\n/,
    );
    const [first] = (await orchard('--since', since, '--format', 'ndjson')).out.split('\n');
    expect(JSON.parse(first!)).toMatchObject({ quote: 'q_1', order: { id: 'o_1', toCompensate: 2_000 } });
    expect((await orchard('--since', since, '--promotion', 'autumn')).out).toBe('');
  });

  test('compensates each paid order once, however often it is told', async () => {
    const args = ['compensate', '--since', since, '--reason', '价格录错'];
    expect(await orchard(...args)).toMatchObject({ code: 0, out: '1 orders compensated with 2000 fen.\n' });
    expect(await orchard(...args)).toMatchObject({ code: 0, out: '0 orders compensated with 0 fen.\n' });
    const log = await api.orchard.store.readAll('0', 1_000);
    const told = log.filter(({ type }) => type === 'order-compensated');
    expect(told.map(({ data }) => JSON.parse(data))).toMatchObject([
      { quote: 'q_1', pay: 10_000, due: 8_000, amount: 2_000, reason: '价格录错' },
    ]);
  });

  test.each([
    [[], '--since 2026-11-01'],
    [['pay', '--since', '2026-11-01T00:00:00Z'], '"pay" is not compensate'],
    [['compensate', '--since', '2026-11-01T00:00:00Z'], 'compensate --reason TEXT'],
    [['--since', '2026-11-01T00:00:00Z', '--format', 'pdf'], '--format is one of text, csv, ndjson'],
  ])('%j is a usage error that says what to type', async (args, sentence) => {
    const { code, err } = await orchard(...args);
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
  });

  test('says what the server refuses', async () => {
    const { code, err } = await orchard('--since', 'monday');
    expect([code, err]).toEqual([1, expect.stringContaining('/since: must be an instant')]);
  });
});
