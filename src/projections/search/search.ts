import type { Position } from '../../commands/eventStore.js';
import type { SearchEntry, SearchStatus, SearchType } from './searchEntry.js';

export interface SearchQuery {
  readonly shop: string;
  /** What people type: words, all of which must be found (needlesOf); at least one. */
  readonly text: string;
  readonly type?: SearchType;
  /** Only promotions have one. */
  readonly kind?: string;
  readonly status?: SearchStatus;
  readonly category?: string;
  /** The tables show the log up to here, and so must the answer. */
  readonly position?: Position;
  /** Those after this place. */
  readonly after?: FoundPlace;
  readonly limit: number;
}

/**
 * How well it fits: 0, its id begins with the text; 1, its name does; 2, it contains the words. Best first, then by the
 * bytes of ids, then products before promotions.
 */
export type Fit = 0 | 1 | 2;

export interface FoundPlace {
  readonly fit: Fit;
  readonly id: string;
  readonly type: SearchType;
}

export type Found = Pick<SearchEntry, 'name' | 'kind' | 'status' | 'categories'> & FoundPlace;

/** Finds products and promotions of a shop. Adapters: SQL tables, Elasticsearch; one contract suite (tests/contract). */
export interface Search {
  find(query: SearchQuery): Promise<readonly Found[]>;
}
