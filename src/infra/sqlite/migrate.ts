import { checksumOf, type Schema, stepsLeft } from '../sql/migration.js';
import type { Database } from './database.js';
import { inTransaction } from './transaction.js';

/**
 * Brings one component of the database to its newest schema, each step in a transaction of its own.
 * @throws DatabaseNewer, MigrationAltered (nothing was changed); the SqliteError of a step that fails.
 */
export function migrate(db: Database, schema: Schema): void {
  db.exec(`CREATE TABLE IF NOT EXISTS orchard_migrations (
    component TEXT NOT NULL, version INTEGER NOT NULL, name TEXT NOT NULL, checksum TEXT NOT NULL,
    PRIMARY KEY (component, version)) STRICT, WITHOUT ROWID`);
  const { component, migrations } = schema;
  const left = stepsLeft(schema, appliedChecksums(db, component), {
    database: fileOf(db),
    otherwise: 'choose another --data-dir',
  });
  const record = db.prepare('INSERT INTO orchard_migrations VALUES (?, ?, ?, ?)');
  for (const migration of left) {
    inTransaction(db, () => {
      db.exec(migration.sql);
      record.run([component, migrations.indexOf(migration) + 1, migration.name, checksumOf(migration)]);
    });
  }
}

function appliedChecksums(db: Database, component: string): string[] {
  const sql = 'SELECT checksum FROM orchard_migrations WHERE component = ? ORDER BY version';
  const rows = db.prepare(sql).raw().all([component]) as [string][];
  return rows.map(([checksum]) => checksum);
}

function fileOf(db: Database): string {
  const [main] = db.prepare('PRAGMA database_list').raw().all([]) as [number, string, string][];
  return main?.[2] || 'The database';
}
