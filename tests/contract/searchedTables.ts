import { productsProjection } from '../../src/projections/products/productsProjection.js';
import { promotionsProjection } from '../../src/projections/promotions/promotionsProjection.js';
import type { TrialTables } from '../projections/trialTables.js';
import type { TrialSearch } from './searchContract.js';

/** The tables that are searched, made anew. */
export async function searchedTables(tables: TrialTables): Promise<TrialSearch> {
  const projections = [productsProjection, promotionsProjection];
  for (const projection of projections) await tables.views.reset(projection);
  return {
    search: tables.search,
    take: async (events) => {
      for (const projection of projections) await tables.fold(projection, events);
    },
    close: async () => tables.close(),
  };
}
