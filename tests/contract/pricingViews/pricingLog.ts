import { fuji } from '../../domain/product/sampleProduct.js';
import { spend100Save20 } from '../../domain/promotion/samplePromotion.js';
import { logOf } from '../../projections/sampleLog.js';

const listed = (name: string) => ({ type: 'product-listed', data: { ...fuji, name } });
const placed = { type: 'order-placed', data: { customer: 'mei' } };

/** Two shops with goods, rules and a customer who ordered twice, once in vain and once on a hold that was lost. */
export const pricingLog = logOf(
  ['product-demo.fuji', listed('富士')],
  ['product-demo.fuji', { type: 'product-repriced', data: { unitPrice: 900 } }],
  ['product-demo.constructor', listed('榴莲')],
  ['product-other.fuji', listed('富士')],
  ['customer-demo.mei', { type: 'customer-registered', data: { tier: 'gold' } }],
  ['promotion-demo.new', { type: 'promotion-drafted', data: { terms: spend100Save20 } }],
  ['promotion-other.new', { type: 'promotion-drafted', data: { terms: spend100Save20 } }],
  ['promotion-demo.new', { type: 'promotion-published', data: { reason: '开卖' } }],
  ['shop-demo.settings', { type: 'shop-policies-set', data: { policies: { selection: 'priority' } } }],
  ['order-demo.first', placed],
  ['order-demo.second', placed],
  ['order-demo.first', { type: 'order-cancelled', data: { customer: 'mei' } }],
  ['order-demo.second', { type: 'holds-confirmed', data: { lost: ['new.stock'] } }],
  ['quote-demo.q', { type: 'quote-given', data: {} }],
);
