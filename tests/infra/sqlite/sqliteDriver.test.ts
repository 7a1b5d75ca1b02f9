import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { closeDatabase, type Database, openDatabase } from '../../../src/infra/sqlite/database.js';
import { SqliteDriver } from '../../../src/infra/sqlite/sqliteDriver.js';

let db: Database;
let said: string[];

beforeEach(() => {
  db = openDatabase(':memory:');
  db.exec('create table lamp (id text primary key)');
  said = [];
  const exec = db.exec.bind(db);
  db.exec = (sql) => {
    said.push(sql);
    return exec(sql);
  };
});

afterEach(() => closeDatabase(db));

const lit = (id: string) => ({ sql: 'insert into lamp (id) values (?)', values: [id] });
const FULL = 2;
const synchronous = () => (db.prepare('PRAGMA synchronous').raw().get([]) as [number])[0];

test('a batch of table rows waits for no disk, and what comes after it in the log does', async () => {
  await new SqliteDriver(db).batch([lit('a'), lit('b')]);
  expect(said).toEqual(['PRAGMA synchronous = NORMAL', 'BEGIN IMMEDIATE', 'COMMIT', 'PRAGMA synchronous = FULL']);
  expect(synchronous()).toBe(FULL);
});

test('also after a batch that failed, of which nothing stays', async () => {
  const driver = new SqliteDriver(db);
  await expect(driver.batch([lit('a'), lit('a')])).rejects.toThrow('UNIQUE');
  expect(synchronous()).toBe(FULL);
  expect(await driver.query('select id from lamp', [])).toEqual([]);
});
