import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { doors } from '../../../src/infra/bootstrap/doors.js';
import { runOrchard } from '../../../src/infra/cli/runOrchard.js';
import { temporaryFolder } from '../../contract/temporaryFolder.js';
import { CapturedTerminal } from './capturedTerminal.js';
import { demoFolder } from './demoFolder.js';

let folder: string;
let remove: () => void;
beforeAll(async () => {
  ({ folder, remove } = await demoFolder());
});
afterAll(() => remove());

async function run(...args: string[]) {
  const terminal = new CapturedTerminal();
  const code = await runOrchard(['log', 'copy', ...args], doors('0.0.0'), terminal);
  return { code, out: terminal.printed, err: terminal.complained };
}

describe('orchard log copy', () => {
  test('copies a data folder into another, verifies it, and the copy verifies under the seals of the first', async () => {
    const copy = temporaryFolder();
    const first = await run('--from', folder, '--to', copy.folder);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(/^copied {3}\d+ events in \d+ ms/);
    expect(first.out).toMatch(/verified \d+ events: both logs hold the same\nOK {7}every position is the same/);
    const again = await run('--from', folder, '--to', copy.folder, '--json');
    expect(JSON.parse(again.out)).toMatchObject({ copied: 0, whole: true, samePositions: true });
    copy.remove();
  });

  test('refuses a target that is another log, with what is where', async () => {
    const other = await demoFolder();
    const refused = await run('--from', folder, '--to', other.folder);
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/its event 1 is .* Nothing was written\. Copy to an empty log\./);
    other.remove();
  });

  test.each([
    [['--from', 'nowhere', '--to', 'copy'], 'There is no Orchard in nowhere: name another folder for --from.'],
    [['--from', 'same', '--to', 'same'], '--from and --to are the same log.'],
    [['--from', 'mysql://db/orchard', '--to', 'copy'], 'No log can be at mysql://…: name a data folder, or a URL'],
  ])('refuses %j', async (args, words) => {
    const refused = await run(...args);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain(words);
  });

  test('a server that is not there is named', async () => {
    const refused = await run('--from', folder, '--to', 'postgres://127.0.0.1:1/orchard');
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('127.0.0.1:1');
    // The folder is free again.
    expect(() => readFileSync(join(folder, 'orchard.lock'))).toThrow();
  });
});
