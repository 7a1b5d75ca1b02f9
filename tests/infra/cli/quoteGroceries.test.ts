import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { doors } from '../../../src/infra/bootstrap/doors.js';
import { runOrchard } from '../../../src/infra/cli/runOrchard.js';
import { temporaryFolder } from '../../contract/temporaryFolder.js';
import { CapturedTerminal } from './capturedTerminal.js';

// Ten thousand baskets take a while on a loaded machine.
jest.setTimeout(60_000);

const CATALOGUE = 'examples/groceries-catalogue.json';
const REAL_BASKETS = '../shared/data/groceries.csv';
const { folder, remove } = temporaryFolder();

afterAll(remove);

async function quote(...args: string[]) {
  const terminal = new CapturedTerminal();
  const code = await runOrchard(['quote', '--catalogue', CATALOGUE, ...args], doors('test'), terminal);
  return { code, terminal };
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('lists of item names, priced with a catalogue and no data folder', () => {
  test('our own baskets are all priced, gross less discounts is net', async () => {
    const { code, terminal } = await quote('--baskets', 'examples/baskets.csv', '--json');
    const { summary } = terminal.json.at(-1);
    expect(code).toBe(0);
    expect(summary).toMatchObject({ baskets: 200, unpriced: 0 });
    const given = Object.values(summary.promotions as Record<string, { gave: number }>).reduce(
      (sum, { gave }) => sum + gave,
      0,
    );
    expect(summary.gross - given).toBe(summary.net);
    expect(Object.keys(summary.promotions).length).toBeGreaterThanOrEqual(5);
  });

  test('prices are the same whenever it is asked', async () => {
    const once = await quote('--baskets', 'examples/baskets.csv', '--json');
    const twice = await quote('--baskets', 'examples/baskets.csv', '--json');
    const prices = ({ terminal }: typeof once) => terminal.json.slice(0, -1);
    expect(prices(twice)).toEqual(prices(once));
  });

  test('names are trimmed, blank lines passed over, unknown names reported with a suggestion', async () => {
    const list = file('list.csv', 'whole milk , soda\n\nwhole mlik,soda\nsoda,,beef\nspaceship\n');
    const { code, terminal } = await quote('--baskets', list);
    expect(code).toBe(1);
    expect(terminal.printed).toContain('basket 1');
    expect(terminal.complained).toContain(`${list}:3: the catalogue sells no "whole mlik": did you mean "whole milk"?`);
    expect(terminal.complained).toContain(`${list}:4: an item has no name`);
    expect(terminal.complained).toContain(`${list}:5: the catalogue sells no "spaceship"\n`);
  });

  test('prices JSON baskets with a catalogue too', async () => {
    const basket = file('basket.json', JSON.stringify({ lines: [{ id: '1', sku: 'whole_milk', quantity: 1 }] }));
    const { code, terminal } = await quote(basket, '--json');
    expect(code).toBe(0);
    expect(terminal.json[0].quote).toMatchObject({ list: 1290, pay: 990 });
  });

  test('a catalogue that cannot be is refused with every fault and where it is', async () => {
    const bad = file('bad.json', '{"products":[{"sku":"a-b","name":"x","soldBy":"piece","unitPrice":1.5}]}');
    const terminal = new CapturedTerminal();
    const code = await runOrchard(['quote', '--catalogue', bad, 'x.json'], doors('test'), terminal);
    expect(code).toBe(2);
    expect(terminal.complained).toContain('/products/0/sku: must be 1 to 60 letters');
    expect(terminal.complained).toContain('/products/0/unitPrice: must be a price in whole fen');
  });

  // The real baskets are not part of the project: without them this is skipped, and the run says so.
  const real = existsSync(REAL_BASKETS) ? test : test.skip;
  real('all 9,835 real baskets are priced', async () => {
    const { code, terminal } = await quote('--baskets', REAL_BASKETS, '--json');
    const priced = terminal.json;
    expect(code).toBe(0);
    expect(priced).toHaveLength(9836);
    expect(priced.at(-1).summary).toMatchObject({ baskets: 9835, unpriced: 0 });
    const items = readFileSync(REAL_BASKETS, 'utf8')
      .trim()
      .split('\n')
      .flatMap((line) => line.split(','));
    const lines = priced.slice(0, -1).reduce((sum, { quote }) => sum + quote.lines.length, 0);
    expect(lines).toBe(items.length);
  });
});
