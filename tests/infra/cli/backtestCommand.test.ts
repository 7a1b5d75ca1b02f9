import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { placeOrder } from '../../../src/commands/order/placeOrder.js';
import { giveQuote } from '../../../src/commands/quote/giveQuote.js';
import { caughtUp } from '../../../src/infra/bootstrap/caughtUp.js';
import { doors } from '../../../src/infra/bootstrap/doors.js';
import { openOrchard } from '../../../src/infra/bootstrap/runningOrchard.js';
import { runOrchard } from '../../../src/infra/cli/runOrchard.js';
import { aContext } from '../../commands/trialContext.js';
import { CapturedTerminal } from './capturedTerminal.js';
import { demoFolder } from './demoFolder.js';

const TERMS = {
  name: '满30减10',
  kind: 'spend-threshold',
  benefit: { ladder: [{ from: 3_000, amountOff: 1_000 }] },
  scope: { store: true },
  limits: { budget: 1_500 },
};

let folder: string;
let remove: () => void;
beforeAll(async () => {
  ({ folder, remove } = await demoFolder());
  const orchard = await openOrchard(folder);
  await caughtUp(orchard);
  for (const n of [1, 2, 3]) {
    const lines = [{ id: '1', sku: 'fuji_apple', grams: n * 1_000 }];
    const { id } = await giveQuote(orchard.deps, aContext(), { lines });
    await placeOrder(orchard.deps, aContext(), { order: `past_${n}`, quote: id });
  }
  await orchard.close();
  writeFileSync(join(folder, 'draft.json'), JSON.stringify({ promotion: 'bold', terms: TERMS }));
  writeFileSync(join(folder, 'odd.json'), '[1]');
});
afterAll(() => remove());

async function orchard(args: readonly string[], terminal = new CapturedTerminal()) {
  const code = await runOrchard([...args, '--data-dir', folder], doors('test'), terminal);
  return { code, terminal, out: terminal.printed, err: terminal.complained };
}

const draft = () => join(folder, 'draft.json');

describe('orchard backtest', () => {
  test('says in words what a draft would have cost, and what it takes for granted', async () => {
    const { code, out } = await orchard(['backtest', draft(), '--last', '100']);
    expect(code).toBe(0);
    expect(out).toMatch(/^\+bold: 3 orders, it reaches \d, \d change\n/);
    expect(out).toMatch(/discount on goods +\d+\.\d\d +\d+\.\d\d +\d+\.\d\d/);
    expect(out).toMatch(
      /bold needs a budget of \d+\.\d\d and \d uses; its budget of 15\.00 runs out at .* \(order past_\d\)/,
    );
    expect(out).toMatch(/\* What customers did is held fixed/);
    const chinese = await orchard(['backtest', draft(), '--language', 'zh']);
    expect(chinese.out).toMatch(/\+bold：3 单，\d 单可享/);
    expect(chinese.out).toContain('* 顾客行为按原样不变');
  });

  test('prints what the server answers, for a promotion left out', async () => {
    const { code, terminal } = await orchard(['backtest', '--without', 'spend_100_20,flash_banana', '--json']);
    expect(code).toBe(0);
    const [answer] = terminal.json;
    expect([answer.status, answer.change.without]).toEqual(['done', ['spend_100_20', 'flash_banana']]);
    expect(answer.report.pay).toBeGreaterThanOrEqual(0);
  });

  test('takes a range of days or instants', async () => {
    const none = await orchard(['backtest', draft(), '--orders', '2099-01-01..2099-02-01T00:00:00Z', '--json']);
    expect(none.terminal.json[0]).toMatchObject({
      orders: { since: '2098-12-31T16:00:00.000Z', until: '2099-02-01T00:00:00.000Z' },
      report: { orders: 0 },
    });
    const said = await orchard(['backtest', draft(), '--orders', '2099-01-01…']);
    expect([said.code, said.out]).toEqual([0, expect.stringContaining('No order was placed in that range.')]);
  });

  test('is cancelled by Ctrl-C on the server, and leaves nothing to print', async () => {
    const terminal = new CapturedTerminal();
    const asked: string[] = [];
    const server = createServer(({ method, url }, response) => {
      asked.push(`${method} ${url}`);
      // Ctrl-C while it runs.
      if (method === 'GET') terminal.interrupted.abort();
      const status = method === 'DELETE' ? 'cancelled' : 'running';
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ id: 'b1', status, progress: { position: '1', head: '9' }, report: null }));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { code, err } = await orchard(['backtest', draft(), '--url', `http://127.0.0.1:${port}`], terminal);
    server.close();
    expect([code, err]).toEqual([1, 'orchard: cancelled: nothing was recorded.\n']);
    expect(asked).toEqual(['POST /v1/backtests', 'GET /v1/backtests/b1', 'DELETE /v1/backtests/b1']);
  });

  test('says what keeps it from running', async () => {
    const unknown = await orchard(['backtest', 'ghost']);
    expect([unknown.code, unknown.err]).toEqual([
      1,
      expect.stringMatching(/422 BACKTEST_INVALID[\s\S]*\/with\/0: There is no promotion ghost/),
    ]);
    const early = await orchard(['backtest', draft(), '--orders', '2001-01-01..']);
    expect([early.code, early.err]).toEqual([1, expect.stringContaining('The log begins at')]);
  });

  test.each([
    [[], 'Name a promotion to test'],
    [['citrus-day'], '"citrus-day" is no id'],
    [['bold', '--orders', 'yesterday'], '--orders takes since..until'],
    [['bold', '--orders', '2026-02-30..'], '--orders takes since..until'],
    [['bold', '--last', '0'], '--last takes a number of orders'],
    [['bold', '--language', 'fr'], '--language is zh or en'],
    [['/nowhere/draft.json'], 'there is no such file'],
  ])('%j is a usage error that says what to type', async (args, sentence) => {
    const { code, err } = await orchard(['backtest', ...args]);
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
  });

  test('a file that holds no terms is a usage error too', async () => {
    const { code, err } = await orchard(['backtest', join(folder, 'odd.json')]);
    expect([code, err]).toEqual([2, expect.stringContaining('must hold {"promotion": ID, "terms": {…}}')]);
  });
});

describe('orchard what-if', () => {
  const VARY = ['--vary', '/benefit/ladder/0/from=2000..4000/2000', '--vary', '/benefit/ladder/0/amountOff=500,1000'];

  test('prints a row for each combination, and writes it as CSV for Excel', async () => {
    const csv = join(folder, 'grid.csv');
    const { code, out } = await orchard(['what-if', draft(), ...VARY, '--csv', csv, '--language', 'zh']);
    expect(code).toBe(0);
    expect(out).toMatch(/\/benefit\/ladder\/0\/from +\/benefit\/ladder\/0\/amountOff +订单数/);
    expect(out.match(/^ +\d+ +\d+ +3 +\d +\d +-?\d+\.\d\d +-?\d+\.\d\d$/gm)).toHaveLength(4);
    expect(out).toContain('* 顾客行为按原样不变');
    const lines = readFileSync(csv, 'utf8').split('\r\n');
    expect(lines).toHaveLength(6);
    expect(lines[0]).toBe(
      '\ufeff/benefit/ladder/0/from,/benefit/ladder/0/amountOff,订单数,可享订单,变化订单,活动让利（元）,成本（元）',
    );
    expect(lines[1]).toBe('2000,500,3,2,2,10.00,10.00');
  });

  test.each([
    [[], 'Give --vary once or twice'],
    [['--vary', 'from=1'], '--vary takes a number of the terms'],
    [['--vary', '/cap=9..1/1'], '--vary takes a number of the terms'],
    [['--vary', '/cap=1..1000/1'], '--vary takes a number of the terms'],
    [['--vary', '/cap=1,x'], '--vary takes a number of the terms'],
  ])('with %j is a usage error that says what to type', async (args, sentence) => {
    const { code, err } = await orchard(['what-if', 'bold', ...args]);
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
  });

  test('leaves no file when the grid is refused, or cannot be written', async () => {
    const csv = join(folder, 'none.csv');
    const refused = await orchard(['what-if', draft(), '--vary', '/benefit/percentOffBp=1', '--csv', csv]);
    expect([refused.code, refused.err]).toEqual([
      1,
      expect.stringContaining('There is no number at /benefit/percentOffBp'),
    ]);
    expect(existsSync(csv)).toBe(false);
    const { code, err } = await orchard(['what-if', draft(), ...VARY, '--csv', join(folder, 'no', 'grid.csv')]);
    expect([code, err]).toEqual([2, expect.stringContaining('cannot be written')]);
  });
});

describe('orchard promotions publish without a reason', () => {
  test('shows what it would have cost before the reason is asked, and publishes nothing', async () => {
    const { code, err } = await orchard(['promotions', 'publish', 'spend_100_20']);
    expect(code).toBe(2);
    expect(err).toMatch(
      /^On the last 3 orders spend_100_20 would have reached \d and changed \d: customers pay -?\d+\.\d\d less/,
    );
    expect(err).toMatch(/\* What customers did is held fixed[\s\S]*--reason TEXT/);
  });

  test('asks for the reason where nothing can be told too', async () => {
    const { code, err } = await orchard(['promotions', 'publish', 'ghost']);
    expect([code, err]).toEqual([2, expect.stringMatching(/is not known: 422 BACKTEST_INVALID[\s\S]*--reason TEXT/)]);
  });

  test('says that there is nothing to hold it against while there are no orders', async () => {
    const empty = await demoFolder();
    const terminal = new CapturedTerminal();
    const args = ['promotions', 'publish', 'spend_100_20', '--data-dir', empty.folder];
    expect(await runOrchard(args, doors('test'), terminal)).toBe(2);
    expect(terminal.complained).toContain('No order was placed yet: there is nothing to hold it against.');
    empty.remove();
  });
});
