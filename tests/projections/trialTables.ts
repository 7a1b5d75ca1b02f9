import type { StoredEvent } from '../../src/commands/eventStore.js';
import { SqlViewStore } from '../../src/infra/sql/sqlViewStore.js';
import { closeDatabase, openDatabase } from '../../src/infra/sqlite/database.js';
import { SqliteDriver } from '../../src/infra/sqlite/sqliteDriver.js';
import { foldBatch } from '../../src/projections/foldBatch.js';
import type { AnyProjection } from '../../src/projections/projection.js';
import type { Parked } from '../../src/projections/viewStore.js';

/** Tables in memory, and what a test does with them. */
export class TrialTables {
  readonly database = openDatabase(':memory:');
  readonly views = new SqlViewStore(new SqliteDriver(this.database));

  /** Everything of a table, in the order of rows. */
  table(name: string): readonly Readonly<Record<string, unknown>>[] {
    return this.database.prepare(`select * from ${name} order by rowid`).all([]) as Readonly<Record<string, unknown>>[];
  }

  columns(table: string): readonly string[] {
    return (this.database.prepare(`select name from pragma_table_info('${table}')`).all([]) as { name: string }[]).map(
      ({ name }) => name,
    );
  }

  /** Folds a batch as the projector does: one step from the checkpoint. */
  async fold(projection: AnyProjection, events: readonly StoredEvent[]): Promise<readonly Parked[]> {
    const checkpoint = await this.views.checkpoint(projection);
    const { step, waitsAt } = await foldBatch(projection, checkpoint, events, (p, streams) =>
      this.views.rows(p, streams),
    );
    if (step.to !== step.from) await this.views.commit([step]);
    if (waitsAt) throw waitsAt;
    return step.parked;
  }

  close(): Promise<void> {
    return closeDatabase(this.database);
  }
}
