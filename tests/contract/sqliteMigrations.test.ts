import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DatabaseNewer, MigrationAltered } from '../../src/infra/sql/migration.js';
import { closeDatabase, type Database, openDatabase } from '../../src/infra/sqlite/database.js';
import { migrate } from '../../src/infra/sqlite/migrate.js';
import { SqliteEventStore } from '../../src/infra/sqlite/sqliteEventStore.js';
import { temporaryFolder } from './temporaryFolder.js';

const first = { name: 'views001Prices', sql: 'CREATE TABLE prices (sku TEXT PRIMARY KEY) STRICT' };
const second = { name: 'views002Fen', sql: 'ALTER TABLE prices ADD COLUMN fen INTEGER' };

describe('Migrations', () => {
  let file: string;
  let remove: () => void;
  let db: Database;

  beforeEach(() => {
    const temporary = temporaryFolder();
    remove = temporary.remove;
    file = `${temporary.folder}/orchard.db`;
    db = openDatabase(file);
  });

  afterEach(async () => {
    await closeDatabase(db);
    remove();
  });

  test('run once each, in order, and go on where an older version stopped', () => {
    migrate(db, { component: 'views', migrations: [first] });
    migrate(db, { component: 'views', migrations: [first, second] });
    migrate(db, { component: 'views', migrations: [first, second] });
    db.exec("INSERT INTO prices (sku, fen) VALUES ('apple', 1250)");
  });

  test('of one component say nothing of another', () => {
    migrate(db, { component: 'views', migrations: [first, second] });
    new SqliteEventStore(db);
    migrate(db, { component: 'views', migrations: [first, second] });
  });

  test('refuse a database of a newer version and say what to do', () => {
    migrate(db, { component: 'views', migrations: [first, second] });
    const older = () => migrate(db, { component: 'views', migrations: [first] });
    expect(older).toThrow(DatabaseNewer);
    expect(older).toThrow(
      `${file} was written by a newer Orchard (views schema 2, this one knows 1): ` +
        'install that version or choose another --data-dir',
    );
  });

  test('refuse a log of a newer version before they touch it', () => {
    new SqliteEventStore(db);
    db.exec("INSERT INTO orchard_migrations VALUES ('log', 2, 'log002', 'x'), ('log', 3, 'log003', 'x')");
    expect(() => new SqliteEventStore(db)).toThrow(/newer Orchard \(log schema 3, this one knows 1\)/);
  });

  test('refuse a step that is not the one that was applied', () => {
    migrate(db, { component: 'views', migrations: [first] });
    const altered = { ...first, sql: `${first.sql} ` };
    expect(() => migrate(db, { component: 'views', migrations: [altered] })).toThrow(MigrationAltered);
  });

  test('leave nothing of a step that fails', () => {
    const broken = { name: 'views002Broken', sql: `${second.sql}; INSERT INTO nowhere VALUES (1)` };
    expect(() => migrate(db, { component: 'views', migrations: [first, broken] })).toThrow('nowhere');
    migrate(db, { component: 'views', migrations: [first, second] });
  });
});
