import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { doors } from '../../../src/infra/bootstrap/doors.js';
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

async function orchard(...args: string[]) {
  const terminal = new CapturedTerminal({ ORCHARD_DATA_DIR: folder });
  const code = await runOrchard(args, doors('test'), terminal);
  return { code, terminal };
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const apples = (id: string, more: object = {}) => ({
  basket: id,
  lines: [{ id: '1', sku: 'fuji_apple', grams: 3000 }],
  ...more,
});

describe('orchard quote', () => {
  test('prices a basket out of the data folder and shows a receipt', async () => {
    const { code, terminal } = await orchard('quote', file('one.json', JSON.stringify(apples('weekend'))));
    expect(code).toBe(0);
    expect(terminal.printed).toContain('basket weekend · guest');
    expect(terminal.printed).toMatch(/1 +烟台红富士苹果 +6斤 +53\.88 +44\.90/);
    expect(terminal.printed).toContain('✓ 红富士买5斤送1斤: ¥8.98 off, 500 g free');
    expect(terminal.printed).toMatch(/· 全场满100减20: Buy ¥\d\d.\d\d more to get ¥20 off/);
    expect(terminal.printed).toContain('list 53.88 - 8.98 + delivery 0.00 = to pay 44.90');
    expect(terminal.complained).toContain('not recorded');
  });

  test('prices the example basket', async () => {
    const { code, terminal } = await orchard('quote', 'examples/basket.json');
    expect(code).toBe(0);
    expect(terminal.printed).toContain('list 147.62 - 44.93 + delivery 0.00 = to pay 102.69');
  });

  test('prices an array, and lines of NDJSON, a JSON line each and the sums last', async () => {
    const array = file('many.json', JSON.stringify([apples('a'), apples('b', { customer: 'c_gold_1' })]));
    const lines = file('many.ndjson', `${JSON.stringify(apples('c'))}\n\n${JSON.stringify(apples('d'))}\n`);
    const { code, terminal } = await orchard('quote', array, lines, '--json');
    expect(code).toBe(0);
    expect(terminal.json.map(({ basket, quote }) => [basket, quote?.pay])).toEqual([
      ['a', 4490],
      ['b', 4490],
      ['c', 4490],
      ['d', 4490],
      [undefined, undefined],
    ]);
    expect(terminal.json.at(-1).summary).toMatchObject({
      baskets: 4,
      gross: 21_552,
      net: 17_960,
      unpriced: 0,
      promotions: { apple_5_get_1: { baskets: 4, gave: 3592 } },
    });
  });

  test('reads CSV with weights as people write them', async () => {
    const csv = file(
      'baskets.csv',
      'basket,sku,quantity,grams,customer\nx,fuji_apple,,6斤,c_gold_1\nx,blueberry_box,2,,\ny,banana,,1.5kg,\n',
    );
    const { code, terminal } = await orchard('quote', csv, '--json');
    expect(code).toBe(0);
    expect(terminal.json.map(({ quote }) => quote?.lines.map(({ sku }: { sku: string }) => sku))).toEqual([
      ['fuji_apple', 'blueberry_box'],
      ['banana'],
      undefined,
    ]);
  });

  test('shows a row each for a few dozen baskets, only the sums of many', async () => {
    const some = (count: number) => JSON.stringify(Array.from({ length: count }, (_, at) => apples(`n${at}`)));
    const rows = await orchard('quote', file('some.json', some(10)));
    expect(rows.terminal.printed).toMatch(/n9 +1 +53\.88 +8\.98 +0\.00 +44\.90 +红富士买5斤送1斤/);
    const sums = await orchard('quote', file('lots.json', some(60)));
    expect(sums.terminal.printed).not.toContain('n9');
    expect(sums.terminal.printed).toMatch(/gross +60 +3232\.80/);
    expect(sums.terminal.printed).toMatch(/60 baskets priced from .* quotes\/s/);
  });

  test('says where each fault is, prices the others, and ends with 1', async () => {
    const faulty = file(
      'faulty.ndjson',
      [
        JSON.stringify(apples('good')),
        '{"lines":[{"id":"1","sku":"moon_apple","grams":500}]}',
        '{"lines":[{"id":"1","sku":"banana","grams":0.5}]}',
        '{"lines":[{"id":"1","sku":"banana","quantity":1}]}',
        '{"lines":[]',
        '[]',
      ].join('\n'),
    );
    const { code, terminal } = await orchard('quote', faulty);
    expect(code).toBe(1);
    expect(terminal.printed).toContain('basket good');
    expect(terminal.complained).toContain(`${faulty}:2: /lines/0/sku: There is no product moon_apple.`);
    expect(terminal.complained).toContain(`${faulty}:3: lines.0.grams: must be whole grams`);
    expect(terminal.complained).toContain(`${faulty}:4: /lines/0: banana is sold by weight: give grams.`);
    expect(terminal.complained).toContain(`${faulty}:5: is no JSON`);
    expect(terminal.complained).toContain(`${faulty}:6: `);
  });

  test('records nothing unless asked, and a named quote once', async () => {
    const headOf = async () => {
      const opened = await openOrchard(folder);
      const head = await opened.store.head();
      await opened.close();
      return Number(head);
    };
    const before = await headOf();
    const named = file('named.json', JSON.stringify({ ...apples('x'), quote: 'q1' }));
    await orchard('quote', named);
    expect(await headOf()).toBe(before);
    const first = await orchard('quote', named, '--record', '--json');
    const second = await orchard('quote', named, '--record', '--json');
    expect(await headOf()).toBe(before + 1);
    expect(first.terminal.json[0].quote.id).toBe('q1');
    expect(second.terminal.json[0].quote).toEqual(first.terminal.json[0].quote);
  });

  test.each([
    [['quote'], 'orchard quote examples/basket.json'],
    [['quote', '--baskets', 'x.csv'], '--catalogue examples/groceries-catalogue.json'],
    [['quote', 'no-such-file.json'], 'there is no such file'],
    [['quote', 'x.json', '--catalogue', 'c.json', '--record'], 'leave out --url and --record'],
    [['quote', 'x.json', '--data-dir', '/tmp/orchard-not-there'], 'start one with "npm start"'],
    [['quote', '--bogus'], 'orchard quote --help'],
    [['bogus'], 'orchard --help'],
  ])('%j is a usage error that says what to type', async (args, hint) => {
    const { code, terminal } = await orchard(...args);
    expect(code).toBe(2);
    expect(terminal.complained).toContain(hint);
    expect(terminal.printed).toBe('');
  });

  test('names the columns it knows when a CSV has others', async () => {
    const { code, terminal } = await orchard('quote', file('odd.csv', 'basket,sku,colour\n1,banana,yellow\n'));
    expect(code).toBe(2);
    expect(terminal.complained).toContain('unknown column colour');
    expect(terminal.complained).toContain('basket, line, sku, quantity, grams');
  });

  test('a server that does not answer is a sentence and a 1', async () => {
    const url = `http://127.0.0.1:${await freePort()}`;
    const { code, terminal } = await orchard('quote', 'examples/basket.json', '--url', url);
    expect(code).toBe(1);
    expect(terminal.complained).toContain(`${url} does not answer (ECONNREFUSED)`);
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
