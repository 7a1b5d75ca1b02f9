import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ALL_PROJECTIONS } from '../../../src/infra/bootstrap/allProjections.js';
import { doors } from '../../../src/infra/bootstrap/doors.js';
import { openTables } from '../../../src/infra/bootstrap/openTables.js';
import { openOrchard } from '../../../src/infra/bootstrap/runningOrchard.js';
import { runOrchard } from '../../../src/infra/cli/runOrchard.js';
import { CapturedTerminal } from './capturedTerminal.js';
import { demoFolder } from './demoFolder.js';

let folder: string;
let remove: () => void;

beforeAll(async () => {
  ({ folder, remove } = await demoFolder());
});

afterAll(() => remove());

async function rebuild(...args: string[]) {
  const terminal = new CapturedTerminal();
  const code = await runOrchard(['rebuild', ...args, '--data-dir', folder], doors('test'), terminal);
  return { code, terminal };
}

async function dumps() {
  const tables = await openTables(folder);
  const all = await Promise.all(ALL_PROJECTIONS.map((projection) => tables.views.dump(projection)));
  await tables.close();
  return all;
}

describe('orchard rebuild', () => {
  test('makes one read model anew, or all, and they come out equal', async () => {
    const before = await dumps();
    const one = await rebuild('promotions');
    expect(one.code).toBe(0);
    expect(one.terminal.printed).toMatch(
      /^promotions: \d+ events folded, to position \d+, in \d+ ms \(\d+\/s\); all \d+ rows were as they should be\n$/,
    );
    const all = await rebuild('--all');
    expect(all.code).toBe(0);
    expect(all.terminal.printed.trim().split('\n')).toHaveLength(ALL_PROJECTIONS.length);
    expect(await dumps()).toEqual(before);
  });

  test.each([
    [
      ['pears'],
      'There is no read model pears. Known are promotions, products, customers, shops, quotes, orders, allowances.',
    ],
    [[], 'Name one of promotions, products, customers, shops, quotes, orders, allowances, or give --all.'],
    [['promotions', '--all'], 'or give --all'],
  ])('%j is a usage error', async (args, sentence) => {
    const { code, terminal } = await rebuild(...args);
    expect(code).toBe(2);
    expect(terminal.complained).toContain(sentence);
  });

  test('a folder that is held is left alone', async () => {
    const holder = await openOrchard(folder);
    const { code, terminal } = await rebuild('--all');
    await holder.close();
    expect(code).toBe(1);
    expect(terminal.complained).toContain('is in use by process');
    expect(terminal.complained).toContain('stop that one or choose another --data-dir');
  });
});
