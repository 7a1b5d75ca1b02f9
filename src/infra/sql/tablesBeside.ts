import type { AnyProjection, ViewTable } from '../../projections/projection.js';
import { tablesOf } from './viewTables.js';

/** Between a name and its generation. */
const MARK = '__';
/** A swap leaves the new tables' indexes under the names they were made with, so the next ones take the other. */
const GENERATIONS = [1, 2] as const;

/** The same projection under names of a generation, to be filled beside its own tables. */
function ofGeneration(projection: AnyProjection, generation: number): AnyProjection {
  const named = <D>(table: ViewTable<D>): ViewTable<D> => ({ ...table, name: `${table.name}${MARK}${generation}` });
  return {
    ...projection,
    name: `${projection.name}${MARK}${generation}`,
    table: named(projection.table),
    details: projection.details.map(named),
  };
}

/** What rebuilds that were killed may have left. */
export function everyGeneration(projection: AnyProjection): readonly AnyProjection[] {
  return GENERATIONS.map((generation) => ofGeneration(projection, generation));
}

/** A generation none of whose names is used. @param relations names of tables and indexes, without leftovers */
export function freeGeneration(projection: AnyProjection, relations: ReadonlySet<string>): AnyProjection {
  const isUsed = (beside: AnyProjection) =>
    tablesOf(beside).some(({ name }) => [...relations].some((relation) => relation.startsWith(name)));
  const free = everyGeneration(projection).find((beside) => !isUsed(beside));
  if (free) return free;
  throw new Error(`there are tables or indexes named ${projection.table.name}${MARK}… that no rebuild has made`);
}

/** Statements that give tables made beside the names of the projection's own. */
export function renameTables(projection: AnyProjection, beside: AnyProjection): string[] {
  const names = tablesOf(projection).map(({ name }) => name);
  return tablesOf(beside).map(({ name }, i) => `alter table ${name} rename to ${names[i]!}`);
}
