import { comparePositions, type Position, START } from '../../commands/eventStore.js';
import { canonicalJson } from '../../domain/kernel/canonicalJson.js';
import type { AnyProjection, Cell, Projection, Row } from '../../projections/projection.js';
import { type SqlDriver, type Statement, WrongChanges } from '../../projections/sqlDriver.js';
import {
  type Checkpoint,
  type PageQuery,
  type Step,
  StepRefused,
  ViewNewer,
  type ViewStore,
} from '../../projections/viewStore.js';
import * as checkpoints from './checkpointStatements.js';
import { everyGeneration, freeGeneration, renameTables } from './tablesBeside.js';
import { columnTypes, createCheckpoints, createTables, dropTables, tablesOf } from './viewTables.js';
import { writeRows } from './writeRows.js';

const ROWS_A_QUERY = 500;

type SqlRecord = Readonly<Record<string, Cell>>;

/** Read models in SQL tables, on any database with a driver. */
export class SqlViewStore implements ViewStore {
  private readonly types;
  private hasCheckpoints = false;

  constructor(private readonly sql: SqlDriver) {
    this.types = columnTypes(sql);
  }

  async open(projection: AnyProjection, head: () => Promise<Position>): Promise<Checkpoint> {
    await this.makeCheckpoints();
    const known = await this.known(projection);
    if (this.sql.shared && known && known.version > projection.version) {
      throw new ViewNewer(
        `the tables of ${projection.name} were made by a newer Orchard (version ${known.version}, this one knows ` +
          `${projection.version}): start that version, or make them anew with "orchard rebuild ${projection.name}"`,
      );
    }
    const isStale =
      !known ||
      known.version !== projection.version ||
      comparePositions(known.position, await head()) > 0 ||
      !(await this.hasTables(projection));
    if (isStale) await this.reset(projection);
    return this.checkpoint(projection);
  }

  async checkpoint(projection: AnyProjection): Promise<Checkpoint> {
    return (await this.known(projection)) ?? { version: projection.version, position: START, parked: [] };
  }

  async commit(steps: readonly Step[]): Promise<void> {
    // Checkpoints first: whoever else moves one, or swaps its tables, waits there and not half-way through the rows.
    const moves = steps.map((step) => checkpoints.move(step));
    await this.fenced([...moves, ...steps.flatMap(({ projection, rows }) => writeRows(projection, rows))]);
  }

  async reset(projection: AnyProjection): Promise<void> {
    await this.sql.batch([
      plain(createCheckpoints(this.types)),
      ...[...dropTables(projection), ...createTables(projection, this.types)].map(plain),
      checkpoints.remove(projection),
      checkpoints.begin(projection),
    ]);
  }

  async rows<D>(projection: Projection<D>, streams: readonly string[]): Promise<ReadonlyMap<string, Row<D>>> {
    const records = await this.recordsOf(projection.table.name, streams);
    return new Map(records.map((record) => [String(record['stream']), rowOf<D>(record)]));
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
      for (const record of await this.sql.query(`select * from ${name}`, [])) lines.push(lineOf(name, record));
    }
    return lines.sort();
  }

  async dumpOf(projection: AnyProjection, streams: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const lines = new Map<string, string[]>();
    // Tables that are swapped in have the same place in the list, whatever they are called.
    for (const [place, { name }] of tablesOf(projection).entries()) {
      for (const record of await this.recordsOf(name, streams)) {
        const stream = String(record['stream']);
        const before = lines.get(stream) ?? [];
        lines.set(stream, [...before, lineOf(String(place), record)].sort());
      }
    }
    return lines;
  }

  async beside(projection: AnyProjection): Promise<AnyProjection> {
    await this.makeCheckpoints();
    for (const leftover of everyGeneration(projection)) await this.discard(leftover);
    const beside = freeGeneration(projection, await this.sql.relations());
    await this.reset(beside);
    return beside;
  }

  async swap(projection: AnyProjection, beside: AnyProjection, head: () => Promise<Position>): Promise<void> {
    const [own, made] = [await this.known(projection), await this.checkpoint(beside)];
    const isAhead = own?.version === projection.version && comparePositions(own.position, made.position) > 0;
    if (isAhead && comparePositions(own.position, await head()) <= 0)
      throw new StepRefused(`${projection.name} went on beyond the tables made beside it`);
    await this.fenced([
      ...(own ? [checkpoints.replace(projection, own, made)] : [checkpoints.begin(projection, made)]),
      { ...checkpoints.remove(beside), changes: 1 },
      ...[...dropTables(projection), ...renameTables(projection, beside)].map(plain),
    ]);
  }

  async discard(beside: AnyProjection): Promise<void> {
    await this.sql.batch([...dropTables(beside).map(plain), checkpoints.remove(beside)]);
  }

  alone<T>(name: string, work: () => Promise<T>): Promise<T> {
    return this.sql.alone(name, work);
  }

  private async known(projection: AnyProjection): Promise<Checkpoint | undefined> {
    if (!this.hasCheckpoints) await this.makeCheckpoints();
    const { sql, values } = checkpoints.find(projection);
    const [record] = await this.sql.query(sql, values);
    return record && checkpoints.checkpointOf(record);
  }

  /** Before it is first asked, and wherever tables are made: whoever dropped those may have dropped this one too. */
  private async makeCheckpoints(): Promise<void> {
    await this.sql.batch([plain(createCheckpoints(this.types))]);
    this.hasCheckpoints = true;
  }

  private async hasTables(projection: AnyProjection): Promise<boolean> {
    const relations = await this.sql.relations();
    return tablesOf(projection).every(({ name }) => relations.has(name));
  }

  private async recordsOf(table: string, streams: readonly string[]): Promise<readonly SqlRecord[]> {
    const records: SqlRecord[] = [];
    for (let start = 0; start < streams.length; start += ROWS_A_QUERY) {
      const some = streams.slice(start, start + ROWS_A_QUERY);
      const places = some.map(() => '?').join(', ');
      records.push(...(await this.sql.query(`select * from ${table} where stream in (${places})`, some)));
    }
    return records;
  }

  private async fenced(statements: readonly Statement[]): Promise<void> {
    try {
      await this.sql.batch(statements);
    } catch (error) {
      if (!(error instanceof WrongChanges)) throw error;
      throw new StepRefused('another projector moved the checkpoint', { cause: error });
    }
  }
}

function plain(sql: string): Statement {
  return { sql, values: [] };
}

function lineOf(table: string, record: SqlRecord): string {
  return `${table} ${canonicalJson(record)}`;
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
