import { openPool, type Pool } from '../../src/infra/postgres/pool.js';
import { PostgresDriver } from '../../src/infra/postgres/postgresDriver.js';
import { SqlAnalytics } from '../../src/infra/sql/sqlAnalytics.js';
import { SqlSearch } from '../../src/infra/sql/sqlSearch.js';
import { SqlViewStore } from '../../src/infra/sql/sqlViewStore.js';
import type { AnalyticsStore } from '../../src/projections/analytics/analyticsStore.js';
import type { Search } from '../../src/projections/search/search.js';
import type { ViewStore } from '../../src/projections/viewStore.js';
import { ownSchema } from '../servers/ownSchema.js';
import { TrialTables } from './trialTables.js';

/** Tables in a schema of their own in a PostgreSQL. */
export class PostgresTrialTables extends TrialTables {
  static async open(url: string): Promise<PostgresTrialTables> {
    const schema = await ownSchema(url);
    const pool = openPool(schema.url);
    const driver = await PostgresDriver.open(pool);
    return new PostgresTrialTables(
      new SqlViewStore(driver),
      new SqlSearch(driver),
      new SqlAnalytics(driver),
      pool,
      schema.drop,
    );
  }

  private constructor(
    readonly views: ViewStore,
    readonly search: Search,
    readonly analytics: AnalyticsStore,
    private readonly pool: Pool,
    private readonly dropSchema: () => Promise<void>,
  ) {
    super();
  }

  async table(name: string) {
    return (await this.pool.query(`select * from ${name} order by ctid`)).rows;
  }

  async columns(table: string): Promise<readonly string[]> {
    return (await this.pool.query(`select * from ${table} limit 0`)).fields.map(({ name }) => name);
  }

  async refuseId(table: string, id: string): Promise<void> {
    await this.pool.query(`create function full() returns trigger language plpgsql as $$ begin raise 'full'; end $$`);
    await this.pool.query(
      `create trigger refusing before insert on ${table} for each row when (new.id = '${id}') execute function full()`,
    );
  }

  async spoil(table: string, id: string): Promise<void> {
    await this.pool.query(`update ${table} set document = '{"watts":999}' where id = $1`, [id]);
  }

  async drop(table: string): Promise<void> {
    await this.pool.query(`drop table ${table}`);
  }

  async close(): Promise<void> {
    await this.pool.end();
    await this.dropSchema();
  }
}
