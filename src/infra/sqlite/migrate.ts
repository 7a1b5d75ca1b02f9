import { createHash } from 'node:crypto';
import type { Database } from './database.js';
import { inTransaction } from './transaction.js';

/** One step of a schema. Once released its SQL never changes: a change is a further step. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** A part of the database with a version of its own (`log`, `views`): step n of the list brings it to schema n. */
export interface Schema {
  readonly component: string;
  readonly migrations: readonly Migration[];
}

/** The file was written by a version of Orchard that knows more steps than this one. */
export class DatabaseNewer extends Error {
  override readonly name = 'DatabaseNewer';
}

/** A step that was applied to this file is not the step this version knows. */
export class MigrationAltered extends Error {
  override readonly name = 'MigrationAltered';
}

/**
 * Brings one component of the database to its newest schema, each step in a transaction of its own.
 * @throws DatabaseNewer, MigrationAltered (nothing was changed); the SqliteError of a step that fails.
 */
export function migrate(db: Database, { component, migrations }: Schema): void {
  db.exec(`CREATE TABLE IF NOT EXISTS orchard_migrations (
    component TEXT NOT NULL, version INTEGER NOT NULL, name TEXT NOT NULL, checksum TEXT NOT NULL,
    PRIMARY KEY (component, version)) STRICT, WITHOUT ROWID`);
  const applied = appliedChecksums(db, component);
  if (applied.length > migrations.length) {
    throw new DatabaseNewer(
      `${fileOf(db)} was written by a newer Orchard (${component} schema ${applied.length}, this one knows ` +
        `${migrations.length}): install that version or choose another --data-dir`,
    );
  }
  const altered = applied.findIndex((checksum, i) => checksum !== checksumOf(migrations[i]!));
  if (altered >= 0) {
    throw new MigrationAltered(
      `${fileOf(db)} holds another step ${altered + 1} of ${component} than ${migrations[altered]!.name}: ` +
        'install the version of Orchard that wrote it or choose another --data-dir',
    );
  }
  const record = db.prepare('INSERT INTO orchard_migrations VALUES (?, ?, ?, ?)');
  for (const [i, migration] of migrations.entries()) {
    if (i < applied.length) continue;
    inTransaction(db, () => {
      db.exec(migration.sql);
      record.run([component, i + 1, migration.name, checksumOf(migration)]);
    });
  }
}

function appliedChecksums(db: Database, component: string): string[] {
  const sql = 'SELECT checksum FROM orchard_migrations WHERE component = ? ORDER BY version';
  const rows = db.prepare(sql).raw().all([component]) as [string][];
  return rows.map(([checksum]) => checksum);
}

function checksumOf({ sql }: Migration): string {
  return createHash('sha256').update(sql).digest('hex');
}

function fileOf(db: Database): string {
  const [main] = db.prepare('PRAGMA database_list').raw().all([]) as [number, string, string][];
  return main?.[2] || 'The database';
}
