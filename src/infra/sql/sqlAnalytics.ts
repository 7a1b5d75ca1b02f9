import { comparePositions, type Position, START } from '../../commands/eventStore.js';
import { canonicalJson } from '../../domain/kernel/canonicalJson.js';
import {
  type Addition,
  ANALYTICS,
  type AnalyticsQuery,
  type AnalyticsStore,
  type Tally,
} from '../../projections/analytics/analyticsStore.js';
import { type Dimension, type Grain, MEASURES, type Sums } from '../../projections/analytics/measures.js';
import type { Cell } from '../../projections/projection.js';
import { type SqlDriver, type Statement, WrongChanges } from '../../projections/sqlDriver.js';
import { type Checkpoint, StepRefused, ViewNewer } from '../../projections/viewStore.js';
import * as checkpoints from './checkpointStatements.js';
import { columnTypes, createCheckpoints } from './viewTables.js';

const KEY = ['shop', 'dimension', 'per', 'period', 'subject'] as const;
const COLUMNS = [...KEY, ...MEASURES];
/** Rows a statement, largest first. */
const CHUNKS = [64, 8, 1];

/** Sums in the table `analytics`: added to where they are, in one transaction with the checkpoint. */
export class SqlAnalytics implements AnalyticsStore {
  private readonly types;

  constructor(private readonly sql: SqlDriver) {
    this.types = columnTypes(sql);
  }

  async open(head: () => Promise<Position>): Promise<Checkpoint> {
    await this.sql.batch([plain(createCheckpoints(this.types))]);
    const known = await this.known();
    if (this.sql.shared && known && known.version > ANALYTICS.version) {
      throw new ViewNewer(
        `the table analytics was made by a newer Orchard (version ${known.version}, this one knows ` +
          `${ANALYTICS.version}): start that version`,
      );
    }
    const isStale =
      known?.version !== ANALYTICS.version ||
      comparePositions(known.position, await head()) > 0 ||
      !(await this.sql.relations()).has('analytics');
    if (isStale) await this.reset();
    return this.checkpoint();
  }

  async checkpoint(): Promise<Checkpoint> {
    return (await this.known()) ?? { version: ANALYTICS.version, position: START, parked: [] };
  }

  async add({ before, to, parked, tallies }: Addition): Promise<void> {
    const moved = checkpoints.replace(ANALYTICS, before, { position: to, parked });
    try {
      await this.sql.batch([moved, ...added(tallies)]);
    } catch (error) {
      if (!(error instanceof WrongChanges)) throw error;
      throw new StepRefused('another process moved the checkpoint of analytics', { cause: error });
    }
  }

  async reset(): Promise<void> {
    const { text, integer } = this.types;
    const columns = [
      ...KEY.map((name) => `${name} ${text} not null`),
      ...MEASURES.map((name) => `${name} ${integer} not null`),
    ];
    await this.sql.batch([
      plain(createCheckpoints(this.types)),
      plain('drop table if exists analytics'),
      plain(`create table analytics (${columns.join(', ')}, primary key (${KEY.join(', ')}))`),
      checkpoints.remove(ANALYTICS),
      checkpoints.begin(ANALYTICS),
    ]);
  }

  async find({ shop, by, per, from, to, after, limit }: AnalyticsQuery): Promise<readonly Tally[]> {
    const conditions: Statement[] = [
      { sql: 'shop = ? and dimension = ? and per = ?', values: [shop, by, per] },
      ...(from === undefined ? [] : [{ sql: 'period >= ?', values: [from] }]),
      ...(to === undefined ? [] : [{ sql: 'period < ?', values: [to] }]),
      ...(after === undefined
        ? []
        : [
            {
              sql: '(period > ? or (period = ? and subject > ?))',
              values: [after.period, after.period, after.subject],
            },
          ]),
    ];
    const records = await this.sql.query(
      `select * from analytics where ${conditions.map(({ sql }) => sql).join(' and ')} order by period, subject limit ?`,
      [...conditions.flatMap(({ values }) => values), limit],
    );
    return records.map(tallyOf);
  }

  async dump(): Promise<readonly string[]> {
    return (await this.sql.query('select * from analytics', [])).map((record) => canonicalJson(record)).sort();
  }

  private async known(): Promise<Checkpoint | undefined> {
    const { sql, values } = checkpoints.find(ANALYTICS);
    const [record] = await this.sql.query(sql, values);
    return record && checkpoints.checkpointOf(record);
  }
}

function added(tallies: readonly Tally[]): Statement[] {
  const statements: Statement[] = [];
  const places = `(${COLUMNS.map(() => '?').join(', ')})`;
  const sums = MEASURES.map((name) => `${name} = analytics.${name} + excluded.${name}`).join(', ');
  for (let start = 0; start < tallies.length; ) {
    const size = CHUNKS.find((chunk) => chunk <= tallies.length - start)!;
    const some = tallies.slice(start, start + size);
    statements.push({
      sql:
        `insert into analytics (${COLUMNS.join(', ')}) values ${some.map(() => places).join(', ')} ` +
        `on conflict (${KEY.join(', ')}) do update set ${sums}`,
      values: some.flatMap(cellsOf),
    });
    start += size;
  }
  return statements;
}

function cellsOf({ shop, by, per, period, subject, sums }: Tally): Cell[] {
  return [shop, by, per, period, subject, ...MEASURES.map((measure) => sums[measure])];
}

function tallyOf(record: Readonly<Record<string, Cell>>): Tally {
  return {
    shop: String(record['shop']),
    by: String(record['dimension']) as Dimension,
    per: String(record['per']) as Grain,
    period: String(record['period']),
    subject: String(record['subject']),
    sums: Object.fromEntries(MEASURES.map((one) => [one, Number(record[one])])) as unknown as Sums,
  };
}

function plain(sql: string): Statement {
  return { sql, values: [] };
}
