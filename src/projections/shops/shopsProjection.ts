import type { Shop } from '../../domain/shop/state.js';
import { shopAggregate } from '../../domain/shop/stream.js';
import type { Projection } from '../projection.js';
import { snapshotOf } from '../snapshotOf.js';

/** How each shop decided to price. */
export const shopsProjection: Projection<Shop> = {
  name: 'shops',
  version: 1,
  category: shopAggregate.category,
  evolve: snapshotOf(shopAggregate),
  table: { name: 'shop', columns: {}, records: () => [{}] },
  details: [],
};
