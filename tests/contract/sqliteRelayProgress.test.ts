import { afterAll } from '@jest/globals';
import { SqlRelayProgress } from '../../src/infra/sql/sqlRelayProgress.js';
import { closeDatabase, type Database, openDatabase } from '../../src/infra/sqlite/database.js';
import { SqliteDriver } from '../../src/infra/sqlite/sqliteDriver.js';
import { relayProgressContract } from './relayProgressContract.js';

const databases: Database[] = [];

afterAll(() => Promise.all(databases.map(closeDatabase)));

relayProgressContract('SQLite', async (now) => {
  const database = openDatabase(':memory:');
  databases.push(database);
  return new SqlRelayProgress(new SqliteDriver(database), now);
});
