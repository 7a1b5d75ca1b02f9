import type { Database } from './database.js';

/**
 * As `inTransaction`, but what was written is durable only with the next transaction that is: for what can be made
 * again from the log. Commits keep their order, so a loss of power never leaves it ahead of the log.
 */
export function inCheapTransaction<T>(db: Database, work: () => T): T {
  db.exec('PRAGMA synchronous = NORMAL');
  try {
    return inTransaction(db, work);
  } finally {
    db.exec('PRAGMA synchronous = FULL');
  }
}

/**
 * Runs synchronous work as one transaction: everything it wrote is durable when this returns, or nothing was written.
 * @throws what the work throws, or the SqliteError of a commit that failed; TypeError for work that returns a promise
 * (it would go on writing after the commit).
 */
export function inTransaction<T>(db: Database, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    if (result instanceof Promise) throw new TypeError('work in a transaction must be synchronous');
    db.exec('COMMIT');
    return result;
  } catch (error) {
    // Some errors (a full disk) end the transaction by themselves; a second ROLLBACK would hide them.
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
