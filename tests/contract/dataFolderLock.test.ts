import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  DataFolderHeld,
  DataFolderLock,
  DataFolderNotWritable,
  readLock,
} from '../../src/infra/sqlite/dataFolderLock.js';
import { temporaryFolder } from './temporaryFolder.js';

const startedAt = '2026-11-22T12:00:00.000Z';
const me = { url: 'http://127.0.0.1:8080', startedAt };

describe('A data folder', () => {
  let folder: string;
  let remove: () => void;

  beforeEach(() => {
    ({ folder, remove } = temporaryFolder());
  });

  afterEach(() => remove());

  test('is made when it is not there', () => {
    const lock = DataFolderLock.hold(join(folder, 'a', 'b'), me);
    expect(existsSync(join(folder, 'a', 'b', 'orchard.lock'))).toBe(true);
    lock.release();
  });

  test('says who holds it, in words anybody can read', () => {
    const lock = DataFolderLock.hold(folder, { ...me, url: '' });
    lock.announce(me.url);
    const words = JSON.parse(readFileSync(join(folder, 'orchard.lock'), 'utf8'));
    expect(words).toEqual({ pid: process.pid, ...me });
    expect(readLock(folder)).toEqual(words);
    lock.release();
  });

  test('is free again once released, and holds no words then', () => {
    const lock = DataFolderLock.hold(folder, me);
    lock.release();
    lock.release();
    expect(readLock(folder)).toBeUndefined();
    expect(readdirSync(folder)).toEqual(['orchard.lock.hold']);
    DataFolderLock.hold(folder, me).release();
  });

  test('is not given twice to one process', () => {
    const lock = DataFolderLock.hold(folder, me);
    expect(() => DataFolderLock.hold(folder, me)).toThrow(DataFolderHeld);
    expect(readLock(folder)?.pid).toBe(process.pid);
    lock.release();
  });

  test('held by a process that lives is refused with its pid, its address and what to do', async () => {
    const holder = await holderOf(folder);
    expect(() => DataFolderLock.hold(folder, me)).toThrow(
      `data folder ${folder} is in use by process ${holder.pid}, http://127.0.0.1:4321: ` +
        'stop that one or choose another --data-dir',
    );
    expect(readLock(folder)).toEqual({ pid: holder.pid, url: 'http://127.0.0.1:4321', startedAt });
    expect(readdirSync(folder).sort()).toEqual(['orchard.lock', 'orchard.lock.hold']);
    await killed(holder);
  });

  test('left by a process that was killed is taken over', async () => {
    await killed(await holderOf(folder));
    expect(existsSync(join(folder, 'orchard.lock'))).toBe(true);
    expect(readLock(folder)).toBeUndefined();
    const lock = DataFolderLock.hold(folder, me);
    expect(readLock(folder)?.pid).toBe(process.pid);
    lock.release();
  });

  test('whose words name a pid that another process has got since is taken over', () => {
    writeFileSync(join(folder, 'orchard.lock'), JSON.stringify({ pid: process.ppid, ...me }));
    expect(readLock(folder)).toBeUndefined();
    DataFolderLock.hold(folder, me).release();
  });

  test('whose words are cut off is taken over', () => {
    writeFileSync(join(folder, 'orchard.lock'), '{"pid":');
    expect(readLock(folder)).toBeUndefined();
    DataFolderLock.hold(folder, me).release();
  });

  test('that cannot be made or written to is refused with the reason and what to do', () => {
    writeFileSync(join(folder, 'file'), '');
    const inside = join(folder, 'file', 'data');
    expect(() => DataFolderLock.hold(inside, me)).toThrow(DataFolderNotWritable);
    expect(() => DataFolderLock.hold(inside, me)).toThrow(
      `data folder ${inside} cannot be written to (ENOTDIR): give this user the right to or choose another --data-dir`,
    );
    if (existsSync('/proc/self')) expect(() => DataFolderLock.hold('/proc/self', me)).toThrow(DataFolderNotWritable);
  });

  test('that is not there has no holder', () => {
    expect(readLock(join(folder, 'nowhere'))).toBeUndefined();
  });
});

async function holderOf(folder: string): Promise<ChildProcess> {
  const script = join(__dirname, 'holderProcess.mjs');
  const holder = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(holder.stdout, 'data');
  return holder;
}

async function killed(holder: ChildProcess): Promise<void> {
  const gone = once(holder, 'exit');
  holder.kill('SIGKILL');
  await gone;
}
