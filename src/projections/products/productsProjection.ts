import { latestProduct, type Product } from '../../domain/product/state.js';
import { productAggregate } from '../../domain/product/stream.js';
import type { Projection } from '../projection.js';
import { productEntry } from '../search/searchEntry.js';
import { searchTable } from '../search/searchTable.js';
import { snapshotOf } from '../snapshotOf.js';

/** Which products are there, and what they cost. */
export const productsProjection: Projection<Product> = {
  name: 'products',
  version: 2,
  category: productAggregate.category,
  evolve: snapshotOf(productAggregate),
  table: {
    name: 'product',
    columns: { name: 'text', sold_by: 'text', unit_price: 'integer', floor_price: 'integer', listed: 'integer' },
    records: ({ document }) => {
      const product = latestProduct(document);
      return [
        {
          name: document.name,
          sold_by: document.soldBy,
          unit_price: product?.unitPrice ?? null,
          floor_price: product?.floorPrice ?? null,
          listed: product?.listed ? 1 : 0,
        },
      ];
    },
  },
  details: [searchTable('product', productEntry)],
};
