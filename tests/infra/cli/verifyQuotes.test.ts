import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Libsql from 'libsql';
import { doors } from '../../../src/infra/bootstrap/doors.js';
import { openOrchard } from '../../../src/infra/bootstrap/runningOrchard.js';
import { runOrchard } from '../../../src/infra/cli/runOrchard.js';
import { CapturedTerminal } from './capturedTerminal.js';
import { demoFolder } from './demoFolder.js';

let folder: string;
let remove: () => void;
let quotes: string[];

beforeAll(async () => {
  ({ folder, remove } = await demoFolder());
  const priced = await orchard('quote', 'examples/basket.json', '--record', '--json');
  expect(priced.code).toBe(0);
  quotes = (await orchard('verify', 'quotes', '--json')).terminal.json.flatMap(({ quote }) => quote ?? []);
});

afterAll(() => remove());

async function orchard(...args: string[]) {
  const terminal = new CapturedTerminal({ ORCHARD_DATA_DIR: folder });
  const code = await runOrchard(args, doors('test'), terminal);
  return { code, terminal };
}

describe('orchard verify quote', () => {
  test('shows that a recorded quote is equal to the byte', async () => {
    const { code, terminal } = await orchard('verify', 'quote', quotes[0]!);
    expect(code).toBe(0);
    expect(terminal.printed).toMatch(
      /^EQUAL +quote \w+ of demo, .+, position \d+: to pay 10269 fen, result [0-9a-f]{64}\n$/,
    );
  });

  test('says so when there is no such quote, or no such id can be', async () => {
    const unknown = await orchard('verify', 'quote', 'q404');
    expect([unknown.code, unknown.terminal.complained]).toEqual([1, 'orchard: There is no quote q404 in shop demo.\n']);
    const impossible = await orchard('verify', 'quote', '../log');
    expect([impossible.code, impossible.terminal.complained]).toEqual([
      2,
      expect.stringContaining('is no id of a quote'),
    ]);
  });
});

describe('orchard verify quotes', () => {
  test('verifies all of them and says how fast', async () => {
    const { code, terminal } = await orchard('verify', 'quotes');
    expect(code).toBe(0);
    expect(terminal.printed).toMatch(
      /^1 quotes: 1 equal, 0 different, 0 could not be priced \(\d+ events, to position \d+, \d+ ms, \d+ quotes\/s\)\n$/,
    );
  });

  test.each([
    [['--since', '2020-01-01T00:00:00.000Z'], 1, 'is before the first event of the log'],
    [['--since', 'yesterday'], 2, '--since takes an instant in UTC'],
    [['--shop', 'no shop'], 2, 'is no id of a shop'],
    [['--data-dir', '/nowhere'], 2, 'There is no Orchard in /nowhere'],
    [['--since'], 2, 'Type "orchard verify quotes --help" for how it is used.'],
  ])('%j ends in clear words', async (args, code, words) => {
    const ended = await orchard('verify', 'quotes', ...args);
    expect(ended.code).toBe(code);
    expect(ended.terminal.complained).toContain(words);
  });

  test('a folder that is held is left alone', async () => {
    const holder = await openOrchard(folder);
    const { code, terminal } = await orchard('verify', 'quotes');
    await holder.close();
    expect(code).toBe(1);
    expect(terminal.complained).toContain('is in use by process');
  });

  test('a price that was changed in the file is found, with the step', async () => {
    const database = new Libsql(`${folder}/orchard.db`);
    database.exec(`UPDATE events SET data = replace(data, '"pay":10269', '"pay":10268') WHERE type = 'quote-given'`);
    database.exec(`UPDATE events SET type = 'pip-spat' WHERE position = 1`);
    database.close();
    const { code, terminal } = await orchard('verify', 'quotes');
    expect(code).toBe(1);
    expect(terminal.printed).toMatch(
      /DIFFERENT +quote .+ first at step "totals", \/amounts\/pay: recorded 10268, priced again 10269/,
    );
    expect(terminal.complained).toContain('1 of pip-spat/1');
  });
});
