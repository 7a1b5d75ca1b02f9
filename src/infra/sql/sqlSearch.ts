import type { Cell } from '../../projections/projection.js';
import type { Fit, Found, Search, SearchQuery } from '../../projections/search/search.js';
import { SEARCH_TYPES, type SearchStatus, type SearchType } from '../../projections/search/searchEntry.js';
import { SEARCH_TABLES } from '../../projections/search/searchTable.js';
import { needlesOf, plainText } from '../../projections/search/sought.js';
import type { SqlDriver } from '../../projections/sqlDriver.js';

/** Part of a statement, and its values in order. */
interface Piece {
  readonly sql: string;
  readonly values: readonly Cell[];
}

const LIKE = "like ? escape '\\'";

/** Reads through the small search tables; docs/decisions/0024 says why not full-text search of each database. */
export class SqlSearch implements Search {
  constructor(private readonly sql: SqlDriver) {}

  async find(query: SearchQuery): Promise<readonly Found[]> {
    const { type, after, limit } = query;
    const selects = (type ? [type] : SEARCH_TYPES).map((one) => select(one, query));
    const beyond: Piece = after
      ? {
          sql: ' where fit > ? or (fit = ? and (id > ? or (id = ? and type > ?)))',
          values: [after.fit, after.fit, after.id, after.id, after.type],
        }
      : { sql: '', values: [] };
    const from = selects.map(({ sql }) => sql).join(' union all ');
    const records = await this.sql.query(
      `select * from (${from}) as found${beyond.sql} order by fit, id, type limit ?`,
      [...selects.flatMap(({ values }) => values), ...beyond.values, limit],
    );
    return records.map(foundOf);
  }
}

function select(type: SearchType, { shop, text, kind, status, category }: SearchQuery): Piece {
  const start = `${escaped(plainText(text))}%`;
  const conditions: readonly Piece[] = [
    { sql: 'shop = ?', values: [shop] },
    ...needlesOf(text).map((needle) => ({ sql: `sought ${LIKE}`, values: [`%${escaped(needle)}%`] })),
    ...(kind === undefined ? [] : [{ sql: 'kind = ?', values: [kind] }]),
    ...(status === undefined ? [] : [{ sql: 'status = ?', values: [status] }]),
    ...(category === undefined
      ? []
      : [{ sql: `categories ${LIKE}`, values: [`%${escaped(JSON.stringify(category))}%`] }]),
  ];
  return {
    sql:
      `select '${type}' as type, id, name, kind, status, categories, ` +
      `case when id_key ${LIKE} then 0 when name_key ${LIKE} then 1 else 2 end as fit ` +
      `from ${SEARCH_TABLES[type]} where ${conditions.map(({ sql }) => sql).join(' and ')}`,
    values: [start, start, ...conditions.flatMap(({ values }) => values)],
  };
}

/** As the pattern of LIKE means it literally. */
function escaped(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&');
}

function foundOf(record: Readonly<Record<string, Cell>>): Found {
  const { type, id, name, kind, status, categories, fit } = record;
  return {
    type: String(type) as SearchType,
    id: String(id),
    name: String(name),
    kind: kind === null || kind === undefined ? null : String(kind),
    status: String(status) as SearchStatus,
    categories: JSON.parse(String(categories)) as string[],
    fit: Number(fit) as Fit,
  };
}
