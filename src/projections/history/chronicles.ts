import type { AllowanceEvent } from '../../domain/allowance/events.js';
import type { Allowance } from '../../domain/allowance/state.js';
import { allowanceAggregate } from '../../domain/allowance/stream.js';
import type { CustomerEvent } from '../../domain/customer/events.js';
import type { Customer } from '../../domain/customer/state.js';
import { customerAggregate } from '../../domain/customer/stream.js';
import { latestFact } from '../../domain/kernel/timeline.js';
import type { OrderEvent } from '../../domain/order/events.js';
import { type Order, payOf, payOfLine } from '../../domain/order/state.js';
import { orderAggregate } from '../../domain/order/stream.js';
import type { ProductEvent } from '../../domain/product/events.js';
import type { Product } from '../../domain/product/state.js';
import { productAggregate } from '../../domain/product/stream.js';
import type { PromotionEvent } from '../../domain/promotion/events.js';
import { type Promotion, statusOf, termsOf } from '../../domain/promotion/state.js';
import { promotionAggregate } from '../../domain/promotion/stream.js';
import type { ShopEvent } from '../../domain/shop/events.js';
import type { Shop } from '../../domain/shop/state.js';
import { shopAggregate } from '../../domain/shop/stream.js';
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

export const policiesChronicle: Chronicle<Shop, ShopEvent> = {
  aggregate: shopAggregate,
  fields: ({ policies }) => latestFact(policies) ?? {},
};

export const orderChronicle: Chronicle<Order, OrderEvent> = {
  aggregate: orderAggregate,
  fields: (order) =>
    order.status === null
      ? {}
      : {
          status: order.status,
          quote: order.ordered.quote,
          customer: order.customer,
          payment: order.payment,
          pay: payOf(order),
          lines: Object.fromEntries(order.ordered.lines.map((line) => [line.id, payOfLine(order, line)])),
          returned: order.gone.lines,
          weighed: order.gone.weighed,
          ...order.account,
          ...(order.compensated !== undefined && { compensated: order.compensated }),
        },
};

export const allowanceChronicle: Chronicle<Allowance, AllowanceEvent> = {
  aggregate: allowanceAggregate,
  fields: ({ terms, held, confirmed }) => {
    if (!terms) return {};
    const { source: _, ...limits } = terms;
    return { ...limits, held, confirmed };
  },
};
