import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Libsql from 'libsql';
import { doors } from '../../../src/infra/bootstrap/doors.js';
import { runOrchard } from '../../../src/infra/cli/runOrchard.js';
import { verify } from '../../../src/infra/verifier/verify.js';
import { temporaryFolder } from '../../contract/temporaryFolder.js';
import { CapturedTerminal } from '../cli/capturedTerminal.js';
import { demoFolder } from '../cli/demoFolder.js';

/** What a third party was given: a proof, the public key, the seals, an export; no log. */
let own: ReturnType<typeof temporaryFolder>;
let remove: () => void;
let folder: string;
let quote: string;
const at = (name: string) => join(own.folder, name);

beforeAll(async () => {
  ({ folder, remove } = await demoFolder());
  own = temporaryFolder();
  await orchard('quote', 'examples/basket.json', '--record');
  const verdicts = await orchard('verify', 'quotes', '--json');
  quote = verdicts.json[0].quote;
  const unsealed = await orchard('prove', 'quote', quote, '--out', at('too-early.json'));
  expect([unsealed.code, unsealed.complained]).toEqual([1, expect.stringContaining('was sealed yet')]);
  await orchard('verify', 'log', '--seal', '--every', '20');
  expect((await orchard('prove', 'quote', quote, '--out', at('proof.json'))).code).toBe(0);
  expect((await orchard('prove', 'event', '1', '7', '--out', at('events.json'))).code).toBe(0);
  expect((await orchard('export', '--format', 'csv', '--out', at('export'), '--no-record')).code).toBe(0);
  writeFileSync(at('key.pem'), readFileSync(join(folder, 'proofs', 'seal-key.pub.pem')));
});
afterAll(() => {
  remove();
  own.remove();
});

async function orchard(...args: string[]) {
  const terminal = new CapturedTerminal({ ORCHARD_DATA_DIR: folder });
  const code = await runOrchard(args, doors('test'), terminal);
  return Object.assign(terminal, { code });
}

const proof = (file: string) => verify(['proof', at(file), '--public-key', at('key.pem')]);
const proofText = () => readFileSync(at('proof.json'), 'utf8');

async function outcomeOf(changed: unknown) {
  writeFileSync(at('changed.json'), JSON.stringify(changed));
  return proof('changed.json');
}

type Place = readonly (string | number)[];

/** Where a document says anything. */
function placesIn(value: unknown, place: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [place];
  return Object.entries(value).flatMap(([key, inside]) => placesIn(inside, [...place, key]));
}

/** A copy of the proof in which one place says something else. */
function tampered(place: Place): unknown {
  const copy = JSON.parse(proofText());
  const last = place.at(-1)!;
  const parent = place.slice(0, -1).reduce((inside, key) => inside[key], copy);
  const said = parent[last];
  if (typeof said === 'number') parent[last] = said + 1;
  else parent[last] = String(said).replace(/.(?=[^.]*$)/, (last: string) => (last === '1' ? '2' : '1'));
  expect(parent[last]).not.toEqual(said);
  return copy;
}

describe('The verifier, of a quote that was given away with its proof', () => {
  test('says that it comes out again, and of what', async () => {
    const { words, code } = await proof('proof.json');
    expect(code).toBe(0);
    expect(words).toMatch(
      /^\d+ events, sealed .+ as event 1 to \d+\nEQUAL {2}quote \w+ of demo, .+: to pay 10269 fen\nOK\n$/,
    );
  });

  test('says so of single events', async () => {
    expect(await proof('events.json')).toMatchObject({ code: 0, words: expect.stringMatching(/^2 events, .+\nOK\n$/) });
  });

  test('finds whatever is changed in the proof, field by field', async () => {
    const places = placesIn(JSON.parse(proofText()));
    expect(places.length).toBeGreaterThan(100);
    for (const place of places) {
      const { code, words } = await outcomeOf(tampered(place));
      expect([place, code, words]).toEqual([place, 1, expect.stringContaining('FAULT')]);
    }
  });

  test('finds each event that was left out', async () => {
    const { events } = JSON.parse(proofText());
    for (let left = 0; left < events.length; left++) {
      const { code, words } = await outcomeOf({ ...JSON.parse(proofText()), events: events.toSpliced(left, 1) });
      expect([left, code, words]).toEqual([left, 1, expect.stringMatching(/FAULT/)]);
    }
  });

  test('finds an event in the place of another, and one with more than it had', async () => {
    const document = JSON.parse(proofText());
    const [first, second, ...rest] = document.events;
    const swapped = [{ ...first, event: second.event }, { ...second, event: first.event }, ...rest];
    expect(await outcomeOf({ ...document, events: swapped })).toMatchObject({ code: 1 });
    const more = [{ ...first, event: { ...first.event, remark: 'x' } }, second, ...rest];
    expect(await outcomeOf({ ...document, events: more })).toMatchObject({ code: 1 });
  });

  test('finds a price that was wrong before it was sealed, with the step', async () => {
    const other = await demoFolder();
    const run = async (...args: string[]) => {
      const terminal = new CapturedTerminal({ ORCHARD_DATA_DIR: other.folder });
      return Object.assign(terminal, { code: await runOrchard(args, doors('test'), terminal) });
    };
    await run('quote', 'examples/basket.json', '--record');
    const [{ quote }] = (await run('verify', 'quotes', '--json')).json;
    const database = new Libsql(join(other.folder, 'orchard.db'));
    database.exec(`UPDATE events SET data = replace(data, '"pay":10269', '"pay":10268') WHERE type = 'quote-given'`);
    database.close();
    await run('verify', 'log', '--seal');
    await run('prove', 'quote', quote, '--out', at('wrong.json'));
    const key = join(other.folder, 'proofs', 'seal-key.pub.pem');
    const { code, words } = await verify(['proof', at('wrong.json'), '--public-key', key]);
    other.remove();
    expect([code, words]).toEqual([1, expect.stringContaining('does not come out again: step totals, /amounts/pay')]);
  });

  test('believes only the key that it was told', async () => {
    const other = await demoFolder();
    const terminal = new CapturedTerminal({ ORCHARD_DATA_DIR: other.folder });
    await runOrchard(['verify', 'log', '--seal'], doors('test'), terminal);
    const key = join(other.folder, 'proofs', 'seal-key.pub.pem');
    const { code, words } = await verify(['proof', at('proof.json'), '--public-key', key]);
    other.remove();
    expect([code, words]).toEqual([1, expect.stringContaining('was signed with the key')]);
  });
});

describe('The verifier, of seals without their log', () => {
  const seals = () => verify(['seals', join(folder, 'proofs'), '--public-key', at('key.pem')]);

  test('holds every checkpoint against chain and tree', async () => {
    expect(await seals()).toMatchObject({
      code: 0,
      words: expect.stringMatching(/^\d+ event hashes, \d+ checkpoints\nOK\n$/),
    });
  });

  test('finds a hash, and a checkpoint, that was changed', async () => {
    for (const name of [
      'event-hashes.bin',
      ...readdirSync(join(folder, 'proofs')).filter((name) => /^check/.test(name)),
    ]) {
      const file = join(folder, 'proofs', name);
      const bytes = readFileSync(file);
      const changed = Buffer.from(bytes);
      const middle = name.endsWith('.json') ? bytes.indexOf('"head":"') + 10 : 40;
      changed[middle] = changed[middle] === 0x61 ? 0x62 : 0x61;
      writeFileSync(file, changed);
      const { code } = await seals();
      writeFileSync(file, bytes);
      expect([name, code]).toEqual([name, 1]);
    }
  });
});

describe('The verifier, of an export', () => {
  const exported = (...more: string[]) => verify(['export', at('export'), ...more]);
  const files = () => JSON.parse(readFileSync(at('export/manifest.json'), 'utf8')).files as { readonly path: string }[];

  test('holds every file against the manifest, and the manifest against what the log says of it', async () => {
    const { words, code } = await exported();
    const manifest = /manifest ([0-9a-f]{64})/.exec(words)![1]!;
    expect([code, words]).toEqual([0, expect.stringContaining(`${files().length} files`)]);
    expect((await exported('--manifest', manifest)).code).toBe(0);
    expect((await exported('--manifest', manifest.replace(/^./, 'x'))).code).toBe(1);
  });

  test('finds each file that was changed, added or taken away', async () => {
    for (const { path } of files()) {
      const bytes = readFileSync(at(`export/${path}`));
      writeFileSync(at(`export/${path}`), bytes.toString().replace(/[0-8](?=\D*$)/, '9'));
      expect((await exported()).words).toContain(`FAULT  ${path} was changed`);
      rmSync(at(`export/${path}`));
      expect((await exported()).words).toContain(`FAULT  ${path} is missing`);
      writeFileSync(at(`export/${path}`), bytes);
    }
    writeFileSync(at('export/stray.csv'), '');
    expect((await exported()).words).toContain('FAULT  stray.csv is not in the manifest');
    rmSync(at('export/stray.csv'));
    expect((await exported()).code).toBe(0);
  });
});

test('The verifier is one file that runs where there is nothing else', () => {
  const file = at('orchard-verifier.mjs');
  execFileSync(process.execPath, ['tools/bundleVerifier.mjs', file]);
  const said = execFileSync(process.execPath, [file, 'proof', 'proof.json', '--public-key', 'key.pem'], {
    cwd: own.folder,
  });
  expect(said.toString()).toMatch(/EQUAL .+\nOK\n$/);
});

test.each([
  [[], 2, 'Exit codes'],
  [['proof', 'x.json'], 2, 'Exit codes'],
  [['seals', 'x', '--publik-key', 'y'], 1, 'FAULT'],
  [['proof', 'nowhere.json', '--public-key', 'package.json'], 1, 'FAULT'],
])('The verifier says %j cannot be', async (args, code, words) => {
  expect(await verify(args)).toMatchObject({ code, words: expect.stringContaining(words) });
});

test.each([
  [['order', 'x'], 'is neither quote nor event'],
  [['quote', '../log'], 'is no id of a quote'],
  [['event', '-1'], 'is no position of the log'],
  [['event', 'first'], 'is no position of the log'],
  [['event', '1', '--shop', 'no shop'], 'is no id of a shop'],
])('orchard prove %j is a usage error', async (args, words) => {
  const { code, complained } = await orchard('prove', ...args, '--out', at('none.json'));
  expect([code, complained]).toEqual([2, expect.stringContaining(words)]);
});

test.each([
  [['quote', 'q404'], 'There is no quote q404'],
  [['event', '99999'], 'There is no event at position 99999'],
])('orchard prove %j cannot be done', async (args, words) => {
  const { code, complained } = await orchard('prove', ...args, '--out', at('none.json'));
  expect([code, complained]).toEqual([1, expect.stringContaining(words)]);
});
