import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import Libsql from 'libsql';
import { openOrchard } from '../../src/infra/bootstrap/runningOrchard.js';
import { anEvent } from '../contract/eventStore/sampleEvents.js';
import { temporaryFolder } from '../contract/temporaryFolder.js';
import { type Ended, killAll, OrchardServer, orchard, PATIENCE_MILLIS } from './orchardProcess.js';

jest.setTimeout(PATIENCE_MILLIS);

let folder: string;
let remove: () => void;

beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
});

afterEach(async () => {
  await killAll();
  remove();
});

const serve = (dataDir: string, ...flags: string[]) =>
  orchard(['serve', '--port', '0', '--data-dir', dataDir, ...flags]);

/** One sentence that says what to do; no stack. */
function expectSentence({ code, out, err }: Ended, exitCode: number, ...words: string[]): void {
  for (const word of words) expect(err).toContain(word);
  expect(err).toMatch(/^orchard: .*\n$/s);
  expect(err).not.toMatch(/\n\s+at /);
  expect(out).toBe('');
  expect(code).toBe(exitCode);
}

describe('a server that cannot start says why and what to do, and ends', () => {
  test('when port or data folder are taken: by whom, and how to choose others', async () => {
    const server = await OrchardServer.start(folder);
    const other = temporaryFolder();
    const { port } = new URL(server.url);
    const portTaken = await serve(other.folder, '--port', port);
    other.remove();
    expectSentence(portTaken, 1, 'is taken', '--port');
    expectSentence(await serve(folder), 1, 'is in use by process', server.url, 'choose another --data-dir');
  });

  test('when the data folder cannot be written to', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    expectSentence(await serve(join(file, 'data')), 1, 'cannot be written to', 'choose another --data-dir');
  });

  test('when the data folder was written by a newer version', async () => {
    await (await openOrchard(folder)).close();
    const db = new Libsql(join(folder, 'orchard.db'));
    db.exec("INSERT INTO orchard_migrations VALUES ('log', 99, 'from the future', 'x')");
    db.close();
    expectSentence(await serve(folder), 1, 'was written by a newer Orchard', 'install that version');
  });

  test('when the log holds an event that a newer version wrote', async () => {
    const opened = await openOrchard(folder);
    const stream = 'promotion-demo.future';
    await opened.store.append(stream, 'none', [anEvent({ type: 'promotion-teleported', shop: 'demo' })]);
    await opened.close();
    expectSentence(await serve(folder), 1, 'promotion-teleported', 'run the version that wrote it');
  });

  test('when the configuration cannot work: every fault of it', async () => {
    const ended = await orchard(['serve', '--port', '99999', '--host', '0.0.0.0', '--data-dir', folder]);
    expectSentence(ended, 2, 'PORT: must be a port from 0', 'cannot start with this configuration');
    const open = await orchard(['serve', '--host', '0.0.0.0', '--data-dir', folder]);
    expectSentence(open, 2, 'ORCHARD_TOKENS', 'must name callers');
  });
});

test('a clone that was not built says how to build it', async () => {
  const { folder, remove } = temporaryFolder();
  mkdirSync(join(folder, 'bin'));
  copyFileSync('bin/orchard.js', join(folder, 'bin/orchard.js'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const { status, stderr } = spawnSync(process.execPath, [join(folder, 'bin/orchard.js')], { encoding: 'utf8' });
  remove();
  expect(stderr).toBe('orchard: not built yet: run "npm run build" first.\n');
  expect(status).toBe(1);
});
