import type { SqlDriver, Statement } from '../../src/projections/sqlDriver.js';

const isCheckpoint = ({ sql }: Statement) => sql.startsWith('update checkpoint');

function inTwo(driver: SqlDriver, isFirst: (statement: Statement) => boolean): SqlDriver {
  return {
    text: driver.text,
    shared: driver.shared,
    relations: () => driver.relations(),
    alone: (name, work) => driver.alone(name, work),
    query: (sql, values) => driver.query(sql, values),
    batch: async (statements) => {
      if (!statements.some(isCheckpoint)) return driver.batch(statements);
      await driver.batch(statements.filter(isFirst));
      await driver.batch(statements.filter((statement) => !isFirst(statement)));
    },
  };
}

/** Moves the checkpoint, and writes the rows after it. */
export const checkpointBeforeTheRows = (driver: SqlDriver): SqlDriver => inTwo(driver, isCheckpoint);

/** Writes the rows, and moves the checkpoint in a transaction after it. */
export const rowsBeforeTheCheckpoint = (driver: SqlDriver): SqlDriver =>
  inTwo(driver, (statement) => !isCheckpoint(statement));
