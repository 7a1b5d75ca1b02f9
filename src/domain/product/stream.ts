import type { Aggregate } from '../kernel/decider.js';
import type { ProductEvent } from './events.js';
import { evolveProduct, noProduct, type Product } from './state.js';

export const productAggregate: Aggregate<Product, ProductEvent> = {
  category: 'product',
  initial: noProduct,
  evolve: evolveProduct,
};
