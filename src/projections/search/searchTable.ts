import type { Cell, Row, ViewTable } from '../projection.js';
import type { SearchEntry, SearchType } from './searchEntry.js';
import { haystackOf, plainText } from './sought.js';

/** Names of the tables that are searched. */
export const SEARCH_TABLES: Readonly<Record<SearchType, string>> = {
  product: 'product_search',
  promotion: 'promotion_search',
};

/** A small table beside that of a read model: a search reads through all of it, and never through documents. */
export function searchTable<Document>(
  type: SearchType,
  entryOf: (id: string, document: Document) => SearchEntry,
): ViewTable<Document> {
  return {
    name: SEARCH_TABLES[type],
    columns: {
      id: 'text',
      name: 'text',
      kind: 'text',
      status: 'text',
      categories: 'text',
      id_key: 'text',
      name_key: 'text',
      sought: 'text',
    },
    records: ({ id, document }: Row<Document>) => [recordOf(entryOf(id, document))],
  };
}

function recordOf({ id, name, kind, status, categories, tags }: SearchEntry): Readonly<Record<string, Cell>> {
  return {
    id,
    name,
    kind,
    status,
    categories: JSON.stringify(categories),
    id_key: plainText(id),
    name_key: plainText(name),
    sought: haystackOf([id, name, ...categories, ...tags]),
  };
}
