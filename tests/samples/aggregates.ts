import { allowanceAggregate } from '../../src/domain/allowance/stream.js';
import { backtestAggregate } from '../../src/domain/backtest/stream.js';
import { customerAggregate } from '../../src/domain/customer/stream.js';
import { exportAggregate } from '../../src/domain/export/stream.js';
import type { Aggregate } from '../../src/domain/kernel/decider.js';
import { orderAggregate } from '../../src/domain/order/stream.js';
import { productAggregate } from '../../src/domain/product/stream.js';
import { promotionAggregate } from '../../src/domain/promotion/stream.js';
import { quoteAggregate } from '../../src/domain/quote/stream.js';
import { shopAggregate } from '../../src/domain/shop/stream.js';

// biome-ignore lint/suspicious/noExplicitAny: a list of aggregates holds states and events of any type
const ALL: readonly Aggregate<any, any>[] = [
  promotionAggregate,
  productAggregate,
  customerAggregate,
  shopAggregate,
  quoteAggregate,
  orderAggregate,
  allowanceAggregate,
  backtestAggregate,
  exportAggregate,
];

/** The aggregate whose streams are of a category. */
export function aggregateOf(category: string) {
  const found = ALL.find((aggregate) => aggregate.category === category);
  if (!found) throw new Error(`no aggregate has the category ${category}`);
  return found;
}
