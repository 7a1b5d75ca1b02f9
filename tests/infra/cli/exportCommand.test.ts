import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import type { ExportManifest } from '../../../src/commands/export/manifest.js';
import { cloudEventSchema } from '../../../src/commands/published/cloudEvent.js';
import { doors } from '../../../src/infra/bootstrap/doors.js';
import { runOrchard } from '../../../src/infra/cli/runOrchard.js';
import { temporaryFolder } from '../../contract/temporaryFolder.js';
import { CapturedTerminal } from './capturedTerminal.js';
import { demoFolder } from './demoFolder.js';

let folder: string;
let remove: () => void;
let place: ReturnType<typeof temporaryFolder>;
let out: string;

beforeAll(async () => {
  ({ folder, remove } = await demoFolder());
  await orchard('quote', 'examples/basket.json', '--record');
});
afterAll(() => remove());
beforeEach(() => {
  place = temporaryFolder();
  out = join(place.folder, 'export');
});
afterEach(() => place.remove());

async function orchard(...args: string[]) {
  const terminal = new CapturedTerminal({ ORCHARD_DATA_DIR: folder });
  const code = await runOrchard(args, doors('test'), terminal);
  return { code, terminal, out: terminal.printed, err: terminal.complained };
}

const exported = (format: string, ...args: string[]) =>
  orchard('export', '--format', format, '--out', out, '--no-record', ...args);
const manifest = (): ExportManifest => JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
const filesIn = (path = out) =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .sort();
const bytesOf = (table: string) =>
  manifest()
    .files.filter((file) => file.table === table)
    .map(({ path }) => readFileSync(join(out, path)));
const logEnd = async () => JSON.parse((await orchard('verify', 'log', '--json')).out).last as string;

describe('orchard export', () => {
  test('writes NDJSON whose events are the published CloudEvents, in the order of the log', async () => {
    const { code, terminal } = await exported('ndjson', '--json');
    expect(code).toBe(0);
    const events = bytesOf('events').flatMap((bytes) =>
      bytes
        .toString()
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    );
    for (const event of events) expect(cloudEventSchema.strict().parse(event)).toEqual(event);
    expect(events).toHaveLength(terminal.json[0].events);
    expect(events.map(({ position }) => Number(position))).toEqual(
      events.map(({ position }) => Number(position)).sort((a, b) => a - b),
    );
    expect(events.map(({ type }) => type)).toContain('orchard.quote-given.v1');
  });

  test('says of every file how many rows and bytes, where in the log, and its SHA-256; and lists no file that is not there', async () => {
    await exported('csv');
    const { files, log } = manifest();
    expect(filesIn()).toEqual([...files.map(({ path }) => path), 'manifest.json'].sort());
    for (const { path, bytes, sha256, rows } of files) {
      const text = readFileSync(join(out, path));
      expect([text.length, hash('sha256', text, 'hex')]).toEqual([bytes, sha256]);
      expect(parse(text, { bom: true, columns: true })).toHaveLength(rows);
    }
    const events = files.filter(({ table }) => table === 'events');
    expect(events.reduce((sum, { rows }) => sum + rows, 0)).toBe(log.events);
    expect([events[0]!.first, events.at(-1)!.last]).toEqual([log.first, log.last]);
  });

  test('explains each column, with its unit, in Chinese and English', async () => {
    await exported('csv');
    const { tables, units, files } = manifest();
    for (const { table, path } of files) {
      const [header] = parse(readFileSync(join(out, path)), { bom: true });
      expect(header).toEqual(tables[table]!.columns.map(({ name }) => name));
    }
    for (const { columns } of Object.values(tables)) {
      for (const { type, unit, zh, en } of columns) {
        expect([zh, en, type !== 'integer' || units[unit!].scale >= 0]).toEqual([
          expect.stringMatching(/[一-鿿]/),
          expect.any(String),
          true,
        ]);
      }
    }
  });

  test('writes CSV, NDJSON and Parquet that say the same', async () => {
    const rows: Record<string, unknown[]> = {};
    for (const format of ['csv', 'ndjson', 'parquet']) {
      await exported(format);
      const [bytes] = bytesOf('quote_lines');
      if (format === 'csv') {
        expect(bytes!.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
        rows[format] = parse(bytes!, { bom: true, columns: true });
      } else if (format === 'ndjson')
        rows[format] = bytes!
          .toString()
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line));
      else {
        const file = new Uint8Array(bytes!).buffer;
        rows[format] = (await parquetReadObjects({ file })).map((row) => ({
          ...row,
          recorded_at: (row['recorded_at'] as Date).toISOString(),
        }));
      }
      rmSync(out, { recursive: true });
    }
    const asText = (row: unknown) =>
      Object.fromEntries(
        Object.entries(row as object).map(([name, cell]) => [name, cell === null ? '' : String(cell)]),
      );
    expect(rows['csv']!.length).toBeGreaterThan(1);
    expect(rows['ndjson']!.map(asText)).toEqual(rows['csv']);
    expect(rows['parquet']!.map(asText)).toEqual(rows['csv']);
    expect(typeof (rows['parquet']![0] as { pay: unknown }).pay).toBe('bigint');
  });

  test('puts each event on its day in the zone that is asked for', async () => {
    const days = async (zone: string) => {
      await exported('ndjson', '--zone', zone);
      const found = new Set(manifest().files.map(({ day }) => day));
      const times = bytesOf('events').flatMap((bytes) =>
        bytes
          .toString()
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line).time),
      );
      rmSync(out, { recursive: true });
      return { found: [...found].sort(), times };
    };
    for (const [zone, hours] of [
      ['Asia/Shanghai', 8],
      ['Pacific/Kiritimati', 14],
    ] as const) {
      const { found, times } = await days(zone);
      const local = times.map((time) => new Date(Date.parse(time) + hours * 3_600_000).toISOString().slice(0, 10));
      expect(found).toEqual([...new Set(local)].sort());
    }
  });

  test('goes on after a position: two exports are one whole, no event twice', async () => {
    await exported('ndjson');
    const all = Buffer.concat(bytesOf('events')).toString();
    const lines = all.trim().split('\n');
    const middle = JSON.parse(lines[20]!).position as string;
    rmSync(out, { recursive: true });
    await exported('ndjson', '--after', middle);
    expect(Buffer.concat(bytesOf('events')).toString()).toBe(`${lines.slice(21).join('\n')}\n`);
  });

  test('records in the log who took what, once, and can leave the log as it is', async () => {
    const before = await logEnd();
    await exported('csv');
    expect(await logEnd()).toBe(before);
    const recorded = await orchard('export', '--format', 'csv', '--out', out);
    expect(recorded.out).toContain('recorded in the log, for demo');
    const again = await orchard('export', '--format', 'csv', '--out', out, '--json');
    expect(again.terminal.json[0]).toMatchObject({ read: 0, recorded: ['demo'] });
    expect(Number(await logEnd())).toBe(Number(before) + 1);
    expect(hash('sha256', readFileSync(join(out, 'manifest.json')), 'hex')).toBe(again.terminal.json[0].manifest);
  });

  test('refuses a folder that holds anything else, and leaves it as it was', async () => {
    writeFileSync(join(place.folder, 'thesis.doc'), 'years of work');
    const other = await orchard('export', '--format', 'csv', '--out', place.folder);
    expect([other.code, other.err]).toEqual([1, expect.stringContaining('it holds 1 other files or folders')]);
    expect(readdirSync(place.folder)).toEqual(['thesis.doc']);
    await exported('csv');
    const differs = await exported('csv', '--zone', 'UTC');
    expect([differs.code, differs.err]).toEqual([1, expect.stringContaining('it holds another export (--format csv')]);
  });

  test('that was stopped is none until it is run again', async () => {
    const terminal = new CapturedTerminal({ ORCHARD_DATA_DIR: folder });
    terminal.interrupted.abort();
    const code = await runOrchard(['export', '--format', 'csv', '--out', out], doors('test'), terminal);
    expect([code, terminal.printed, existsSync(join(out, 'manifest.json'))]).toEqual([
      1,
      expect.stringContaining('STOPPED  at position 0'),
      false,
    ]);
    expect((await exported('csv')).code).toBe(0);
    expect(filesIn()).not.toContain('unfinished-export.json');
  });

  test.each([
    [['--from', 'yesterday'], 2, '--from takes a day such as 2026-11-01'],
    [['--from', '2026-02-30'], 2, '--from takes a day'],
    [['--from', '2026-11-02', '--to', '2026-11-02'], 2, 'is not after --from'],
    [['--to', '2001-01-01'], 2, 'is before the first event of the log'],
    [['--zone', 'Asia/Nowhere'], 2, 'is no time zone'],
    [['--shop', 'no shop'], 2, 'is no id of a shop'],
    [['--after', '-1'], 2, '--after takes a position'],
    [['--format', 'xml'], 2, 'Allowed choices are parquet, csv, ndjson'],
  ])('%j ends in clear words, and nothing is written', async (args, code, words) => {
    const ended = await exported('csv', ...args);
    expect([ended.code, ended.err]).toEqual([code, expect.stringContaining(words)]);
    expect(existsSync(out)).toBe(false);
  });
});
