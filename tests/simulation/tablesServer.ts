import { closeDatabase, openDatabase } from '../../src/infra/sqlite/database.js';
import { SqliteDriver } from '../../src/infra/sqlite/sqliteDriver.js';
import { type SqlDriver, WrongChanges } from '../../src/projections/sqlDriver.js';
import type { Dice } from '../oracle/generate/dice.js';
import type { Mischief } from './faults.js';
import type { Owner, Scheduler } from './scheduler.js';

/** The server of the tables, shared by all processes; it may lose everything at any time. One serves many seeds. */
export class TablesServer {
  readonly #database = openDatabase(':memory:');
  readonly driver: SqlDriver = new SqliteDriver(this.#database);

  wipe(): void {
    const tables = this.#database.prepare("select name from sqlite_master where type = 'table'").all([]);
    for (const { name } of tables as { name: string }[]) this.#database.exec(`drop table ${name}`);
  }

  close(): Promise<void> {
    return closeDatabase(this.#database);
  }
}

/**
 * The tables as one process reaches them. A batch is one transaction: it happened or not, and its answer may be lost.
 * `refused`: it did not, because another had moved what it wanted to move.
 */
export function tablesConnection(
  server: TablesServer,
  scheduler: Scheduler,
  mischief: Mischief,
  dice: Dice,
  owner: Owner,
  refused: () => void,
): SqlDriver {
  const latency = () => dice.between(0, 2) + (mischief.happens('tables are slow') ? dice.between(50, 2_000) : 0);
  return {
    text: server.driver.text,
    shared: server.driver.shared,
    relations: async () => {
      await scheduler.wait(owner, latency(), 'query');
      return server.driver.relations();
    },
    alone: (name, work) => server.driver.alone(name, work),
    query: async (sql, values) => {
      await scheduler.wait(owner, latency(), 'query');
      return server.driver.query(sql, values);
    },
    batch: async (statements) => {
      await scheduler.wait(owner, latency(), 'batch');
      if (mischief.happens('tables are wiped')) server.wipe();
      try {
        await server.driver.batch(statements);
      } catch (error) {
        if (error instanceof WrongChanges) refused();
        throw error;
      }
      if (mischief.happens('tables lose an acknowledgement')) throw new Error('no answer from the tables');
    },
  };
}
