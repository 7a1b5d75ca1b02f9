import type { AnyProjection, ViewTable } from '../../projections/projection.js';

/** Tables and columns of read models. Names come from the code, never from a request. */

const OWN = ['stream text not null', 'shop text not null', 'id text not null'];

export const CHECKPOINTS =
  'create table if not exists checkpoint (projection text primary key, version integer not null, position text not null, parked text not null)';

export function tablesOf({ table, details }: AnyProjection): readonly ViewTable<unknown>[] {
  return [table, ...details];
}

export function createTables(projection: AnyProjection): string[] {
  const { table, details } = projection;
  const main = [
    ...OWN,
    'revision integer not null',
    'position text not null',
    ...columns(table),
    'document text not null',
  ];
  return [
    `create table if not exists ${table.name} (${main.join(', ')}, primary key (stream))`,
    `create index if not exists ${table.name}_by_id on ${table.name} (shop, id)`,
    ...details.flatMap((detail) => [
      `create table if not exists ${detail.name} (${['stream text not null', 'shop text not null', ...columns(detail)].join(', ')})`,
      `create index if not exists ${detail.name}_by_stream on ${detail.name} (stream)`,
    ]),
  ];
}

export function dropTables(projection: AnyProjection): string[] {
  return tablesOf(projection).map(({ name }) => `drop table if exists ${name}`);
}

function columns({ columns: own }: ViewTable<unknown>): string[] {
  return Object.entries(own).map(([name, type]) => `${name} ${type}`);
}
