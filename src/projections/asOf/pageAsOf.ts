import type { EventStore, Position } from '../../commands/eventStore.js';
import type { Projection, Row } from '../projection.js';
import type { PageQuery, ViewStore } from '../viewStore.js';
import { rowAsOf } from './rowAsOf.js';

/** Rows looked at for a page: what they were then may not be what is asked for. */
const MOST_LOOKED_AT = 2_000;

export interface PastPage<D> {
  readonly rows: readonly Row<D>[];
  /** The row after which to go on; null: there are no more. */
  readonly next: string | null;
}

export interface PastQuery<D> extends PageQuery {
  /** Columns of `where` whose cells never change: the table itself looks for these. */
  readonly fixed?: readonly string[];
  /** What of a document is asked for; undefined: it is not there. */
  readonly seen?: (document: D) => D | undefined;
}

export interface PastTables {
  readonly store: Pick<EventStore, 'readStream'>;
  readonly views: Pick<ViewStore, 'page'>;
}

/**
 * A page of what a table showed as of a position it has passed; null: as it is now. Where few rows were what is asked
 * for, a page may hold fewer than its limit, or none, and another still follow.
 */
export async function pageAsOf<D>(
  { store, views }: PastTables,
  projection: Projection<D>,
  { fixed = [], seen = (document) => document, where = {}, limit, ...query }: PastQuery<D>,
  position: Position | null,
): Promise<PastPage<D>> {
  const sure = Object.fromEntries(Object.entries(where).filter(([column]) => fixed.includes(column)));
  const rows: Row<D>[] = [];
  // One more than asked for tells whether there are more.
  const read = limit + 1;
  let { after } = query;
  for (let looked = 0; looked < MOST_LOOKED_AT; ) {
    const from = after === undefined ? {} : { after };
    const page = await views.page(projection, { ...query, ...from, where: sure, limit: read });
    const past = await Promise.all(
      page.map((row) => (position === null ? row : rowAsOf(store, projection, row, position))),
    );
    for (const were of past) {
      const row = asked(were, seen);
      if (!row || !isWanted(projection, row, where)) continue;
      if (rows.length === limit) return { rows, next: rows.at(-1)!.id };
      rows.push(row);
    }
    if (page.length < read) return { rows, next: null };
    after = page.at(-1)!.id;
    looked += page.length;
  }
  return { rows, next: after! };
}

function asked<D>(row: Row<D> | undefined, seen: (document: D) => D | undefined): Row<D> | undefined {
  const document = row && seen(row.document);
  return document === undefined ? undefined : { ...row!, document };
}

function isWanted<D>({ table }: Projection<D>, row: Row<D>, where: NonNullable<PageQuery['where']>): boolean {
  const [record] = table.records(row);
  return Object.entries(where).every(([column, cell]) => record?.[column] === cell);
}
