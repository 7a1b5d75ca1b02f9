import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { makeFolder } from '../../src/infra/sqlite/makeFolder.js';
import { temporaryFolder } from './temporaryFolder.js';

const { folder, remove } = temporaryFolder();
afterAll(remove);

test('a folder is made with those above it, and made again without complaint', () => {
  const deep = join(folder, 'a', 'b', 'c');
  makeFolder(deep);
  makeFolder(deep);
  expect(statSync(deep).isDirectory()).toBe(true);
});

test('a folder in a file is refused', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => makeFolder(join(folder, 'file', 'a'))).toThrow('ENOTDIR');
});

const onLinux = existsSync('/proc/self') ? test : test.skip;
onLinux('where nothing can be made, it says so instead of trying for ever', () => {
  expect(() => makeFolder('/proc/orchard')).toThrow('ENOENT');
});
