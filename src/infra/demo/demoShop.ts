import type { Catalogue } from '../../commands/catalogue/catalogue.js';
import { DEMO_CUSTOMERS } from './demoCustomers.js';
import { DEMO_PRODUCTS } from './demoProducts.js';
import { DEMO_PROMOTIONS } from './demoPromotions.js';

export const DEMO_SHOP = 'demo';

/** A fruit mall to try Orchard on. It is written with deterministic command ids: see writeDemoShop. */
export const demoCatalogue: Catalogue = {
  policies: { policies: { greatestDiscountBp: 5000 }, reason: '单笔优惠不超过原价一半' },
  products: DEMO_PRODUCTS,
  customers: DEMO_CUSTOMERS,
  promotions: DEMO_PROMOTIONS,
};
