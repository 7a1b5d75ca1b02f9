import type { StoredEvent } from '../../src/commands/eventStore.js';
import { SqlAnalytics } from '../../src/infra/sql/sqlAnalytics.js';
import { SqlSearch } from '../../src/infra/sql/sqlSearch.js';
import { SqlViewStore } from '../../src/infra/sql/sqlViewStore.js';
import { closeDatabase, openDatabase } from '../../src/infra/sqlite/database.js';
import { SqliteDriver } from '../../src/infra/sqlite/sqliteDriver.js';
import type { AnalyticsStore } from '../../src/projections/analytics/analyticsStore.js';
import { foldBatch } from '../../src/projections/foldBatch.js';
import type { AnyProjection } from '../../src/projections/projection.js';
import type { Search } from '../../src/projections/search/search.js';
import type { Parked, ViewStore } from '../../src/projections/viewStore.js';

type Records = readonly Readonly<Record<string, unknown>>[];

/** Tables of a test's own, and what it does with them. */
export abstract class TrialTables {
  abstract readonly views: ViewStore;
  abstract readonly search: Search;
  abstract readonly analytics: AnalyticsStore;

  /** Everything of a table, in the order it was written. */
  abstract table(name: string): Records | Promise<Records>;

  abstract columns(table: string): Promise<readonly string[]>;

  /** Makes the database fail when a row of this id is written. */
  abstract refuseId(table: string, id: string): Promise<void>;

  /** Writes over the document of a row, as no projector would. */
  abstract spoil(table: string, id: string): Promise<void>;

  abstract drop(table: string): Promise<void>;

  abstract close(): Promise<void>;

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
}

/** Tables in memory. */
export class SqliteTrialTables extends TrialTables {
  private readonly database = openDatabase(':memory:');
  readonly views = new SqlViewStore(new SqliteDriver(this.database));
  readonly search = new SqlSearch(new SqliteDriver(this.database));
  readonly analytics = new SqlAnalytics(new SqliteDriver(this.database));

  table(name: string): Records {
    return this.database.prepare(`select * from ${name} order by rowid`).all([]) as Records;
  }

  async columns(table: string): Promise<readonly string[]> {
    const rows = this.database.prepare(`select name from pragma_table_info('${table}')`).all([]) as { name: string }[];
    return rows.map(({ name }) => name);
  }

  async refuseId(table: string, id: string): Promise<void> {
    this.database.exec(
      `create trigger refusing before insert on ${table} when new.id = '${id}' begin select raise(abort, 'full'); end`,
    );
  }

  async spoil(table: string, id: string): Promise<void> {
    this.database.exec(`update ${table} set document = '{"watts":999}' where id = '${id}'`);
  }

  async drop(table: string): Promise<void> {
    this.database.exec(`drop table ${table}`);
  }

  close(): Promise<void> {
    return closeDatabase(this.database);
  }
}
