import type { CustomerEvent } from '../../domain/customer/events.js';
import type { Customer } from '../../domain/customer/state.js';
import { customerAggregate } from '../../domain/customer/stream.js';
import { latestFact } from '../../domain/kernel/timeline.js';
import type { ProductEvent } from '../../domain/product/events.js';
import type { Product } from '../../domain/product/state.js';
import { productAggregate } from '../../domain/product/stream.js';
import type { PromotionEvent } from '../../domain/promotion/events.js';
import { type Promotion, statusOf, termsOf } from '../../domain/promotion/state.js';
import { promotionAggregate } from '../../domain/promotion/stream.js';
import type { Chronicle } from './chronicle.js';

export const promotionChronicle: Chronicle<Promotion, PromotionEvent> = {
  aggregate: promotionAggregate,
  fields: (promotion) => ({ status: statusOf(promotion), ...termsOf(promotion) }),
};

export const productChronicle: Chronicle<Product, ProductEvent> = {
  aggregate: productAggregate,
  fields: ({ name, soldBy, listed, price, floor, groups }) =>
    listed.length === 0
      ? {}
      : {
          name,
          soldBy,
          listed: latestFact(listed),
          ...latestFact(price),
          floorPrice: latestFact(floor),
          ...latestFact(groups),
        },
};

export const customerChronicle: Chronicle<Customer, CustomerEvent> = {
  aggregate: customerAggregate,
  fields: ({ tier }) => ({ tier: latestFact(tier) }),
};
