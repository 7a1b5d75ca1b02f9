import v8 from 'node:v8';
import vm from 'node:vm';
import Libsql from 'libsql';

/** The one connection of the process: the log and the tables share it. Calls are synchronous, so they never interleave. */
export type Database = Libsql.Database;
type Statement = ReturnType<Database['prepare']>;

const COLLECTIONS = 3;

const prepared = new WeakMap<Database, Set<WeakRef<Statement>>>();
const forget = new FinalizationRegistry<() => void>((remove) => remove());

/**
 * Pages of the write-ahead log (16 MB) after which they are copied into the file, by a commit that waits for it. With
 * SQLite's own 1,000 that is several times a second under load, each time the same ends of the indexes: a tenth of a hold.
 */
const WAL_PAGES = 4_000;

/**
 * Opens or creates a database file whose commits survive `kill -9` and loss of power.
 * Prepare statements once and keep them; always pass every parameter (libsql keeps the last value of a missing one).
 * @throws the SqliteError of libsql when the file cannot be opened or is no database.
 */
export function openDatabase(path: string): Database {
  const db = new Libsql(path, { timeout: 2_000 });
  try {
    // fullfsync: on macOS a plain fsync leaves the data in the drive's cache; elsewhere it changes nothing.
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA foreign_keys = ON');
    db.exec(`PRAGMA wal_autocheckpoint = ${WAL_PAGES}`);
  } catch (error) {
    db.close();
    throw error;
  }
  trackStatements(db);
  return db;
}

/**
 * Closes the connection and waits until its files are really free. Twice is once.
 *
 * libsql 0.5.29 keeps the files open, and the statements usable, until every statement is garbage
 * (tursodatabase/libsql-js#228): so each is cut off from its native half and that garbage is collected here.
 */
export async function closeDatabase(db: Database): Promise<void> {
  if (!db.open) return;
  db.close();
  for (const reference of prepared.get(db) ?? []) {
    const statement = reference.deref() as { stmt?: unknown } | undefined;
    if (statement) statement.stmt = undefined;
  }
  prepared.delete(db);
  v8.setFlagsFromString('--expose-gc');
  const collectGarbage = vm.runInNewContext('gc') as () => void;
  // Native halves are freed in turns of the event loop after a collection; what a turn still held goes in the next.
  for (let turn = 0; turn < COLLECTIONS; turn++) {
    collectGarbage();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function trackStatements(db: Database): void {
  const statements = new Set<WeakRef<Statement>>();
  const prepare = db.prepare.bind(db);
  prepared.set(db, statements);
  db.prepare = ((sql: string) => {
    const statement = prepare(sql);
    const reference = new WeakRef(statement);
    statements.add(reference);
    forget.register(statement, () => statements.delete(reference));
    return statement;
  }) as Database['prepare'];
}
