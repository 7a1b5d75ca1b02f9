import { copyFileSync, existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import Libsql from 'libsql';
import { doors } from '../../../src/infra/bootstrap/doors.js';
import { runOrchard } from '../../../src/infra/cli/runOrchard.js';
import { temporaryFolder } from '../../contract/temporaryFolder.js';
import { CapturedTerminal } from './capturedTerminal.js';
import { demoFolder } from './demoFolder.js';

let folder: string;
let remove: () => void;
/** The auditor's own place. */
let own: ReturnType<typeof temporaryFolder>;

beforeEach(async () => {
  ({ folder, remove } = await demoFolder());
  own = temporaryFolder();
});

afterEach(() => {
  remove();
  own.remove();
});

async function verifyLog(args: readonly string[] = [], terminal = new CapturedTerminal({ ORCHARD_DATA_DIR: folder })) {
  const code = await runOrchard(['verify', 'log', ...args], doors('test'), terminal);
  return { code, terminal };
}

function changed(sql: string): void {
  const database = new Libsql(join(folder, 'orchard.db'));
  database.exec(sql);
  database.close();
}

const proofs = () => join(folder, 'proofs');
const checkpoints = () => readdirSync(proofs()).filter((name) => name.startsWith('checkpoint-'));
const kept = (name: string) => {
  copyFileSync(join(proofs(), name), join(own.folder, name));
  return join(own.folder, name);
};

describe('orchard verify log', () => {
  test('vouches for nothing before the first seal, and for all of it after', async () => {
    const before = await verifyLog();
    expect([before.code, before.terminal.printed]).toEqual([1, expect.stringContaining('NOTHING was sealed')]);
    const sealing = await verifyLog(['--seal', '--every', '20']);
    expect([sealing.code, sealing.terminal.complained]).toEqual([0, expect.stringContaining('First seal of this log')]);
    expect(statSync(join(proofs(), 'seal-key.pem')).mode & 0o077).toBe(0);
    const after = await verifyLog();
    expect(after.code).toBe(0);
    expect(after.terminal.printed).toMatch(
      /^log {5}\d+ events, positions 1 to \d+, in .+\nhead {4}[0-9a-f]{64}\nroot {4}[0-9a-f]{64}\nsealed {2}to event \d+ by \d+ checkpoints.+\nOK\n$/,
    );
    const { count } = (await verifyLog(['--json'])).terminal.json[0];
    expect(checkpoints()).toHaveLength(Math.ceil(count / 20));
  });

  test('seals only what is new, and says what is not sealed yet', async () => {
    await verifyLog(['--seal']);
    const again = await verifyLog(['--seal', '--json']);
    expect(again.terminal.json[0]).toMatchObject({ ok: true, added: 0, unsealed: 0 });
    await runOrchard(
      ['quote', 'examples/basket.json', '--record'],
      doors('test'),
      new CapturedTerminal({ ORCHARD_DATA_DIR: folder }),
    );
    expect((await verifyLog(['--json'])).terminal.json[0]).toMatchObject({ ok: true, unsealed: 1 });
    expect((await verifyLog(['--seal', '--json'])).terminal.json[0]).toMatchObject({ ok: true, added: 1, unsealed: 0 });
    expect(checkpoints()).toHaveLength(2);
  });

  test('names the first event that was changed, and seals nothing then', async () => {
    await verifyLog(['--seal', '--every', '20']);
    changed(`UPDATE events SET data = replace(data, '1', '2') WHERE position = 7`);
    for (const args of [[], ['--seal']]) {
      const { code, terminal } = await verifyLog(args);
      expect(code).toBe(1);
      expect(terminal.printed).toContain('BROKEN  at 7 (position 7): event 7 is not the one that was sealed');
    }
  });

  test('finds an end that was cut off together with its seals, by the checkpoint the auditor holds', async () => {
    await verifyLog(['--seal', '--every', '20']);
    const held = kept(checkpoints().at(-1)!);
    const key = kept('seal-key.pub.pem');
    expect((await verifyLog(['--held', held, '--public-key', key])).code).toBe(0);
    changed('DELETE FROM events WHERE position > 40');
    for (const name of checkpoints().slice(2)) rmSync(join(proofs(), name));
    expect((await verifyLog()).code).toBe(0);
    const { code, terminal } = await verifyLog(['--held', held, '--public-key', key]);
    expect(code).toBe(1);
    expect(terminal.printed).toContain('BROKEN  at 41: the checkpoint you hold');
  });

  test('does not trust seals that were all made anew, when the auditor holds the key', async () => {
    await verifyLog(['--seal']);
    const key = kept('seal-key.pub.pem');
    rmSync(proofs(), { recursive: true });
    changed(`UPDATE events SET principal = 'nobody' WHERE position = 3`);
    await verifyLog(['--seal']);
    const { code, terminal } = await verifyLog(['--public-key', key]);
    expect([code, terminal.printed]).toEqual([1, expect.stringMatching(/BROKEN {2}at 1: .* was signed with the key/)]);
  });

  test('stops at Ctrl-C, and does not believe a place that was made up', async () => {
    await verifyLog(['--seal', '--every', '20']);
    const place = join(own.folder, 'place.json');
    const { count, first, last, head } = (await verifyLog(['--json'])).terminal.json[0];
    const stopped = new CapturedTerminal({ ORCHARD_DATA_DIR: folder });
    stopped.interrupted.abort();
    const partly = await verifyLog(['--resume', place], stopped);
    expect([partly.code, partly.terminal.printed]).toEqual([1, expect.stringContaining('STOPPED after event 0')]);
    writeFileSync(
      place,
      JSON.stringify({ format: 'orchard-audit-place/1', count: 1, first, last: '1', head, peaks: [head] }),
    );
    const forged = await verifyLog(['--resume', place]);
    expect([forged.code, forged.terminal.printed]).toEqual([1, expect.stringContaining('events 1 to 20')]);
    expect([existsSync(place), count > 20, Number(last) >= count]).toEqual([false, true, true]);
  });

  test.each([
    [['--every', '0'], '--every takes a number from 1'],
    [['--seal', '--resume', 'place.json'], 'leave out --resume'],
    [['--held', 'package.json'], 'package.json is no checkpoint of Orchard: format'],
    [['--resume', 'package.json'], 'package.json does not say where an audit stopped'],
  ])('%j is a usage error', async (args, words) => {
    const { code, terminal } = await verifyLog(args);
    expect([code, terminal.complained]).toEqual([2, expect.stringContaining(words)]);
  });

  test('a key that is not there is said to be missing', async () => {
    const { code, terminal } = await verifyLog(['--public-key', join(own.folder, 'none.pem')]);
    expect([code, terminal.complained]).toEqual([1, expect.stringContaining('there is no key in')]);
  });
});
