import type { AnyProjection, ColumnType, ViewTable } from '../../projections/projection.js';

/** Tables and columns of read models. Names come from the code, never from a request. */

/** How a database writes the types of columns: text is compared by bytes, integers hold any safe integer. */
type Types = Readonly<Record<ColumnType, string>>;

export function columnTypes({ text }: { readonly text: string }): Types {
  return { text, integer: 'bigint' };
}

export function createCheckpoints({ text, integer }: Types): string {
  return (
    `create table if not exists checkpoint (projection ${text} primary key, version ${integer} not null, ` +
    `position ${text} not null, parked ${text} not null)`
  );
}

export function tablesOf({ table, details }: AnyProjection): readonly ViewTable<unknown>[] {
  return [table, ...details];
}

export function createTables(projection: AnyProjection, types: Types): string[] {
  const { table, details } = projection;
  const { text, integer } = types;
  const own = [`stream ${text} not null`, `shop ${text} not null`];
  const main = [
    ...own,
    `id ${text} not null`,
    `revision ${integer} not null`,
    `position ${text} not null`,
    ...columns(table, types),
    `document ${text} not null`,
  ];
  return [
    `create table if not exists ${table.name} (${main.join(', ')}, primary key (stream))`,
    `create index if not exists ${table.name}_by_id on ${table.name} (shop, id)`,
    ...details.flatMap((detail) => [
      `create table if not exists ${detail.name} (${[...own, ...columns(detail, types)].join(', ')})`,
      `create index if not exists ${detail.name}_by_stream on ${detail.name} (stream)`,
    ]),
  ];
}

export function dropTables(projection: AnyProjection): string[] {
  return tablesOf(projection).map(({ name }) => `drop table if exists ${name}`);
}

function columns({ columns: own }: ViewTable<unknown>, types: Types): string[] {
  return Object.entries(own).map(([name, type]) => `${name} ${types[type]}`);
}
