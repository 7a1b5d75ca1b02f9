import { comparePositions, type Position, START } from '../../commands/eventStore.js';
import { canonicalJson } from '../../domain/kernel/canonicalJson.js';
import type { AnyProjection, Cell, Projection, Row } from '../../projections/projection.js';
import { type SqlDriver, type Statement, WrongChanges } from '../../projections/sqlDriver.js';
import {
  type Checkpoint,
  type PageQuery,
  type Step,
  StepRefused,
  type ViewStore,
} from '../../projections/viewStore.js';
import { CHECKPOINTS, createTables, dropTables, tablesOf } from './viewTables.js';

const ROWS_A_QUERY = 500;

type SqlRecord = Readonly<Record<string, Cell>>;

/** Read models in SQL tables, on any database with a driver. */
export class SqlViewStore implements ViewStore {
  constructor(private readonly sql: SqlDriver) {}

  async open(projection: AnyProjection, head: Position): Promise<Checkpoint> {
    await this.sql.batch([plain(CHECKPOINTS)]);
    const [record] = await this.checkpoints(projection);
    const stale =
      record && (record['version'] !== projection.version || comparePositions(String(record['position']), head) > 0);
    if (!record || stale) await this.reset(projection);
    else await this.sql.batch(createTables(projection).map(plain));
    return this.checkpoint(projection);
  }

  async checkpoint(projection: AnyProjection): Promise<Checkpoint> {
    const [record] = await this.checkpoints(projection);
    if (!record) return { version: projection.version, position: START, parked: [] };
    const { version, position, parked } = record;
    return { version: Number(version), position: String(position), parked: JSON.parse(String(parked)) };
  }

  async commit(steps: readonly Step[]): Promise<void> {
    try {
      // The checkpoint first: a step from elsewhere is refused before its rows meet those that are there.
      await this.sql.batch(
        steps.flatMap((step) => [moved(step), ...step.rows.flatMap((row) => written(step.projection, row))]),
      );
    } catch (error) {
      if (error instanceof WrongChanges)
        throw new StepRefused('another projector moved the checkpoint', { cause: error });
      throw error;
    }
  }

  async reset(projection: AnyProjection): Promise<void> {
    await this.sql.batch([
      plain(CHECKPOINTS),
      ...[...dropTables(projection), ...createTables(projection)].map(plain),
      { sql: 'delete from checkpoint where projection = ?', values: [projection.name] },
      {
        sql: 'insert into checkpoint (projection, version, position, parked) values (?, ?, ?, ?)',
        values: [projection.name, projection.version, START, '[]'],
      },
    ]);
  }

  async rows<D>(projection: Projection<D>, streams: readonly string[]): Promise<ReadonlyMap<string, Row<D>>> {
    const found = new Map<string, Row<D>>();
    for (let start = 0; start < streams.length; start += ROWS_A_QUERY) {
      const some = streams.slice(start, start + ROWS_A_QUERY);
      const places = some.map(() => '?').join(', ');
      const records = await this.sql.query(`select * from ${projection.table.name} where stream in (${places})`, some);
      for (const record of records) found.set(String(record['stream']), rowOf<D>(record));
    }
    return found;
  }

  async page<D>(
    projection: Projection<D>,
    { shop, after = '', limit, where = {} }: PageQuery,
  ): Promise<readonly Row<D>[]> {
    const filters = Object.entries(where).map(
      ([column, cell]) => ` and ${knownColumn(projection, column)} ${cell === null ? 'is null' : '= ?'}`,
    );
    const cells = Object.values(where).filter((cell) => cell !== null);
    const records = await this.sql.query(
      `select * from ${projection.table.name} where shop = ? and id > ?${filters.join('')} order by id limit ?`,
      [shop, after, ...cells, limit],
    );
    return records.map((record) => rowOf<D>(record));
  }

  async scan<D>(projection: Projection<D>, afterStream: string, limit: number): Promise<readonly Row<D>[]> {
    const sql = `select * from ${projection.table.name} where stream > ? order by stream limit ?`;
    return (await this.sql.query(sql, [afterStream, limit])).map((record) => rowOf<D>(record));
  }

  async dump(projection: AnyProjection): Promise<readonly string[]> {
    const lines: string[] = [];
    for (const { name } of tablesOf(projection)) {
      for (const record of await this.sql.query(`select * from ${name}`, []))
        lines.push(`${name} ${canonicalJson(record)}`);
    }
    return lines.sort();
  }

  private checkpoints({ name }: AnyProjection): Promise<readonly SqlRecord[]> {
    return this.sql.query('select version, position, parked from checkpoint where projection = ?', [name]);
  }
}

function plain(sql: string): Statement {
  return { sql, values: [] };
}

// A row's records are replaced as a whole: what is in the tables is a function of the document alone.
function written(projection: AnyProjection, row: Row): Statement[] {
  const { stream, shop, id, revision, position, document } = row;
  const own = { stream, shop, id, revision, position, document: canonicalJson(document) };
  // Revisions are folded one by one: at the first there is nothing to replace.
  const stale = revision === 0 ? [] : tablesOf(projection);
  return [
    ...stale.map(({ name }) => ({ sql: `delete from ${name} where stream = ?`, values: [stream] })),
    ...projection.table.records(row).map((record) => inserted(projection.table.name, { ...own, ...record })),
    ...projection.details.flatMap(({ name, records }) =>
      records(row).map((record) => inserted(name, { stream, shop, ...record })),
    ),
  ];
}

function inserted(table: string, record: SqlRecord): Statement {
  const names = Object.keys(record);
  const places = names.map(() => '?').join(', ');
  return { sql: `insert into ${table} (${names.join(', ')}) values (${places})`, values: Object.values(record) };
}

function moved({ projection, from, to, parked }: Step): Statement {
  return {
    sql: 'update checkpoint set position = ?, parked = ? where projection = ? and position = ?',
    values: [to, canonicalJson(parked), projection.name, from],
    changes: 1,
  };
}

function knownColumn({ table }: AnyProjection, column: string): string {
  if (!Object.hasOwn(table.columns, column)) throw new RangeError(`${table.name} has no column ${column}`);
  return column;
}

function rowOf<D>(record: SqlRecord): Row<D> {
  const { stream, shop, id, revision, position, document } = record;
  return {
    stream: String(stream),
    shop: String(shop),
    id: String(id),
    revision: Number(revision),
    position: String(position),
    document: JSON.parse(String(document)) as D,
  };
}
