import { allowancesProjection } from '../../projections/allowances/allowancesProjection.js';
import { customersProjection } from '../../projections/customers/customersProjection.js';
import { ordersProjection } from '../../projections/orders/ordersProjection.js';
import { productsProjection } from '../../projections/products/productsProjection.js';
import type { AnyProjection } from '../../projections/projection.js';
import { promotionsProjection } from '../../projections/promotions/promotionsProjection.js';
import { quotesProjection } from '../../projections/quotes/quotesProjection.js';
import { shopsProjection } from '../../projections/shops/shopsProjection.js';

/** Every read model kept in tables. A new one is its folder and a line here. */
export const ALL_PROJECTIONS: readonly AnyProjection[] = [
  promotionsProjection,
  productsProjection,
  customersProjection,
  shopsProjection,
  quotesProjection,
  ordersProjection,
  allowancesProjection,
];
