import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { doors } from '../../../src/infra/bootstrap/doors.js';
import { runOrchard } from '../../../src/infra/cli/runOrchard.js';
import { allowancesProjection } from '../../../src/projections/allowances/allowancesProjection.js';
import { type ApiUnderTest, apiUnderTest } from '../http/support/apiUnderTest.js';
import { CapturedTerminal } from './capturedTerminal.js';

let api: ApiUnderTest;

beforeAll(async () => {
  api = await apiUnderTest();
  await api.ask('PUT', '/v1/allowances/flash.stock', { body: { unit: 'stock', total: 10, perCustomer: 5 } });
  const until = new Date(Date.now() + 3_600_000).toISOString();
  await api.ask('POST', '/v1/allowances/flash.stock/holds', {
    body: { hold: 'o_1', amount: 4, customer: 'ann', until },
  });
  const head = await api.orchard.store.head();
  await api.orchard.projector.reached(allowancesProjection, head);
  await api.orchard.deps.view.reached(head);
});
afterAll(() => api.close());

async function allowances(...args: string[]) {
  const terminal = new CapturedTerminal();
  const code = await runOrchard(['allowances', ...args], doors('test'), terminal);
  return { code, terminal };
}

describe('orchard allowances', () => {
  test('lists them, shows one with what a customer has of it, and its history', async () => {
    const url = ['--url', api.url];
    expect((await allowances('list', '--promotion', 'flash', ...url)).terminal.printed).toMatch(
      /flash\.stock +stock +10 +4 +0 +6/,
    );
    const shown = await allowances('show', 'flash.stock', '--customer', 'ann', ...url);
    expect(shown.terminal.printed).toMatch(/ann has taken 4, may take 1 more\n {2}holds 4 as o_1 until /);
    const history = await allowances('history', 'flash.stock', '--at', '2099-01-01T00:00:00Z', ...url);
    expect(history.terminal.printed).toMatch(/ 10 +4 +0\nused up: /);
    const refused = await allowances('show', 'none.stock', ...url);
    expect([refused.code, refused.terminal.complained]).toEqual([1, expect.stringContaining('ALLOWANCE_UNKNOWN')]);
  });

  test.each([
    [['eat'], '"eat" is none of list, show, history.'],
    [['show'], 'Give the id of the allowance.'],
    [['list', '--data-dir', '/tmp/nowhere_at_all'], 'No server holds /tmp/nowhere_at_all'],
  ])('%j is a usage error', async (args, sentence) => {
    const { code, terminal } = await allowances(...args);
    expect(code).toBe(2);
    expect(terminal.complained).toContain(sentence);
  });
});
