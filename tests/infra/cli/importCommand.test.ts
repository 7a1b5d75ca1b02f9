import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { doors } from '../../../src/infra/bootstrap/doors.js';
import { openOrchard } from '../../../src/infra/bootstrap/runningOrchard.js';
import { runOrchard } from '../../../src/infra/cli/runOrchard.js';
import { type ApiUnderTest, apiUnderTest } from '../http/support/apiUnderTest.js';
import { CapturedTerminal } from './capturedTerminal.js';

const EXAMPLES = ['products.csv', 'customers.ndjson', 'promotions.csv'].map((file) => `examples/import/${file}`);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orchard-import-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, ...lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

let shops = 0;
/** A data folder of its own, with an empty log. */
async function emptyShop(): Promise<string> {
  const dataDir = join(folder, `data${++shops}`);
  await (await openOrchard(dataDir)).close();
  return dataDir;
}

async function importing(...args: string[]) {
  const terminal = new CapturedTerminal();
  const code = await runOrchard(['import', ...args], doors('test'), terminal);
  return { code, terminal };
}

async function headOf(dataDir: string): Promise<string> {
  const orchard = await openOrchard(dataDir);
  const head = await orchard.store.head();
  await orchard.close();
  return head;
}

describe('orchard import', () => {
  test('makes a shop what the example files say, and importing twice changes nothing', async () => {
    const dataDir = await emptyShop();
    const first = await importing(...EXAMPLES, '--data-dir', dataDir);
    expect([first.code, first.terminal.complained]).toEqual([0, '']);
    expect(first.terminal.printed).toContain('8 rows: 8 imported');
    const head = await headOf(dataDir);
    expect(Number(head)).toBeGreaterThan(12);
    const again = await importing(...EXAMPLES, '--data-dir', dataDir);
    expect(again.terminal.printed).toContain('8 rows: 8 imported into ');
    expect(again.terminal.printed).toContain('(0 changed something), 0 refused.');
    expect(await headOf(dataDir)).toBe(head);

    const orchard = await openOrchard(dataDir);
    await orchard.deps.view.reached(head);
    const { view } = orchard.deps;
    expect(view.product('demo', 'nanfeng_tangerine')?.state.price[0]?.value).toEqual({ unitPrice: 680 });
    const statuses = [...view.promotions('demo')].map(([id, { state }]) => [id, state.status.at(-1)?.value]);
    expect(Object.fromEntries(statuses)).toEqual({
      tangerine_week: 'published',
      hami_flash: 'draft',
      gift_200_30: 'published',
    });
    await orchard.close();
  });

  test('says of every bad row where it is and what would be right, and imports nothing', async () => {
    const dataDir = await emptyShop();
    const products = file(
      'bad.csv',
      'sku,name,soldBy,unitPriceYuan,categories',
      'apple,苹果,weight,12.80,apple|local',
      'pear,梨,box,12.80,',
      'kiwi,猕猴桃,piece,一块,',
      'lemon,柠檬,piece',
      'apple,苹果,weight,12.80,',
      'fig,"无花果, 盒",piece,9,',
    );
    const { code, terminal } = await importing(products, '--data-dir', dataDir);
    expect(code).toBe(1);
    const told = terminal.complained.split('\n').filter((line) => line.startsWith('✗'));
    expect(told).toEqual([
      `✗ ${products}:3 soldBy: must be one of "piece", "weight"`,
      expect.stringMatching(/:4 unitPriceYuan: "一块" is not an amount in yuan such as 12\.50\./),
      expect.stringMatching(/:5: the row has 3 cells and the header 5/),
      expect.stringMatching(/:6 sku: product apple is in .*bad\.csv:2 already/),
    ]);
    expect(terminal.complained).toContain('Nothing was imported.');
    expect(await headOf(dataDir)).toBe('0');
  });

  test('with --partial imports what is good; the rest is a file that is mended and imported', async () => {
    const dataDir = await emptyShop();
    const products = file('some.csv', 'sku,name,soldBy,unitPrice', 'a1,"好, 的",piece,100', 'b1,坏的,box,100');
    const first = await importing(products, '--partial', '--data-dir', dataDir);
    const rest = join(folder, 'some.rest.csv');
    expect(first.code).toBe(1);
    expect(first.terminal.printed).toContain('2 rows: 1 imported');
    expect(first.terminal.complained).toContain(`orchard import ${rest}`);
    expect(readFileSync(rest, 'utf8')).toBe(
      '_fault,sku,name,soldBy,unitPrice\n"soldBy: must be one of ""piece"", ""weight""",b1,坏的,box,100\n',
    );
    writeFileSync(rest, readFileSync(rest, 'utf8').replace('box', 'piece'));
    const second = await importing(rest, '--partial', '--data-dir', dataDir);
    expect([second.code, second.terminal.printed.slice(0, 18)]).toEqual([0, '1 rows: 1 imported']);
  });

  test('reads NDJSON too, and hands bad lines back beside what is wrong', async () => {
    const dataDir = await emptyShop();
    const rows = file(
      'mixed.ndjson',
      '{"sku":"a1","name":"好的","soldBy":"piece","unitPrice":1}',
      '{"sku":',
      '{"customer":1}',
    );
    const { code, terminal } = await importing(rows, '--partial', '--json', '--data-dir', dataDir);
    expect(code).toBe(1);
    expect(terminal.json).toEqual([
      { file: rows, line: 2, column: '', message: expect.stringContaining('is no JSON') },
      { file: rows, line: 3, column: '/customer', message: 'must be a text' },
      {
        summary: {
          rows: 3,
          imported: 1,
          changed: 1,
          refused: 2,
          rest: [join(folder, 'mixed.rest.ndjson')],
          stopped: false,
        },
      },
    ]);
    expect(readFileSync(join(folder, 'mixed.rest.ndjson'), 'utf8').split('\n')).toEqual([
      '{"sku":',
      '{"customer":1,"_fault":"/customer: must be a text"}',
      '',
    ]);
  });

  test('finds before it writes what only the shop refuses, rows of the same import counted', async () => {
    const dataDir = await emptyShop();
    const benefit = { buy: { quantity: 1 }, get: { quantity: 1, sku: 'gift', placement: 'added' } };
    const terms = { name: '买桃送礼', kind: 'buy-x-get-y', benefit, scope: { skus: ['p'] } };
    const gives = JSON.stringify({ promotion: 'g', publish: '送', terms });
    const product = (sku: string) => `{"sku":"${sku}","name":"桃","soldBy":"piece","unitPrice":1000}`;
    const refused = await importing(file('gift.ndjson', gives, product('p')), '--data-dir', dataDir);
    expect(refused.terminal.complained).toMatch(
      /gift\.ndjson:1 \/terms\/benefit\/get\/sku: gift is not in the catalogue/,
    );
    expect(await headOf(dataDir)).toBe('0');
    const whole = file('whole.ndjson', gives, product('p'), product('gift'));
    expect((await importing(whole, '--data-dir', dataDir)).code).toBe(0);
  });

  test('revises a promotion whose row changed, and leaves one that was ended as it is', async () => {
    const dataDir = await emptyShop();
    const row = (name: string) =>
      `{"promotion":"p","terms":{"name":"${name}","kind":"fixed-amount","benefit":{"amountOff":100},"scope":{"store":true}}}`;
    for (const [name, changed] of [
      ['旧', 1],
      ['新', 1],
      ['新', 0],
    ] as const) {
      const { terminal } = await importing(file('promotion.ndjson', row(name)), '--data-dir', dataDir);
      expect(terminal.printed).toContain(`(${changed} changed something)`);
    }
  });

  test('takes 10,000 rows in, and says how far it is', async () => {
    const dataDir = await emptyShop();
    const rows = Array.from({ length: 10_000 }, (_, at) => `p${at},商品${at},piece,${100 + at}`);
    const { code, terminal } = await importing(
      file('many.csv', 'sku,name,soldBy,unitPrice', ...rows),
      '--data-dir',
      dataDir,
    );
    expect(code).toBe(0);
    expect(terminal.printed).toContain('10000 rows: 10000 imported');
  }, 120_000);

  test('stops where it is when it is interrupted, and says that importing again goes on', async () => {
    const dataDir = await emptyShop();
    const terminal = new CapturedTerminal();
    terminal.interrupted.abort();
    const code = await runOrchard(['import', ...EXAMPLES, '--data-dir', dataDir], doors('test'), terminal);
    expect(code).toBe(1);
    expect(terminal.complained).toContain('Import again');
    expect(await headOf(dataDir)).toBe('0');
  });

  test.each([
    [['none.csv'], 'none.csv cannot be read: there is no such file.'],
    [['list.txt'], 'list.txt: the name must end in .csv, .ndjson or .jsonl'],
    [[], "missing required argument 'files'"],
  ])('%j is a usage error', async (args, sentence) => {
    const { code, terminal } = await importing(...args);
    expect(code).toBe(2);
    expect(terminal.complained).toContain(sentence);
  });

  test.each([
    ['', 'is empty'],
    ['name,price', 'there must be one called sku, customer or promotion'],
    ['sku,nmae', 'unknown column nmae. Columns are sku, name'],
    ['sku,unitPrice,unitPriceYuan', 'is there twice'],
    ['promotion,__proto__.polluted', 'unknown column __proto__.polluted'],
    ['sku,name\na,"open', 'cannot be read as CSV'],
  ])('a CSV that begins %j is a usage error', async (text, sentence) => {
    const { code, terminal } = await importing(file('header.csv', text), '--data-dir', folder);
    expect([code, terminal.complained]).toEqual([2, expect.stringContaining(sentence)]);
  });
});

describe('orchard import through a server', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await apiUnderTest();
  });
  afterAll(() => api.close());

  test('makes the shop what the files say, once', async () => {
    for (const changed of ['(8 changed', '(0 changed']) {
      const { code, terminal } = await importing(...EXAMPLES, '--url', api.url);
      expect([code, terminal.complained]).toEqual([0, '']);
      expect(terminal.printed).toContain(changed);
      await api.ask('GET', `/v1/promotions?min-position=${await api.orchard.store.head()}`);
    }
    const { json } = await api.ask('GET', '/v1/promotions/tangerine_week');
    expect(json).toMatchObject({ status: 'published', sentence: { zh: '8折' } });
  });

  test('tries every row on the server before any is written', async () => {
    const head = await api.orchard.store.head();
    const rows = file('unit.csv', 'sku,name,soldBy,unitPrice', 'new_one,新,piece,1', 'hami_box,哈密瓜礼盒,weight,1');
    const { code, terminal } = await importing(rows, '--url', api.url);
    expect(code).toBe(1);
    expect(terminal.complained).toMatch(/unit\.csv:3: SALE_UNIT_FIXED/);
    expect(await api.orchard.store.head()).toBe(head);
  });
});
