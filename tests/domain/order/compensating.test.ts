import { describe, expect, test } from '@jest/globals';
import { compensate, toCompensate } from '../../../src/domain/order/compensating.js';
import type { OrderEvent } from '../../../src/domain/order/events.js';
import { cancel } from '../../../src/domain/order/paying.js';
import type { Order } from '../../../src/domain/order/state.js';
import { orderAggregate } from '../../../src/domain/order/stream.js';
import { deciderSpecification, folded } from '../../deciderSpecification.js';
import { cancelled, paid, placed, placing } from './sampleOrder.js';

const { given } = deciderSpecification(orderAggregate);
const compensating = (due: number) => (state: Order) => compensate(state, due, '价格录错');
const compensated = (amount: number, due: number): OrderEvent => ({
  type: 'order-compensated',
  data: { customer: 'c1', quote: 'q1', pay: 4_440, due, amount, reason: '价格录错' },
});
const BOUGHT = [placing(), placed, paid];

describe('compensating', () => {
  test('pays back what a corrected price would have saved', () => {
    given(...BOUGHT)
      .when(compensating(4_000))
      .then(compensated(440, 4_000));
  });

  test('told again pays nothing more', () => {
    given(...BOUGHT, compensated(440, 4_000))
      .when(compensating(4_000))
      .thenNothing();
  });

  test('after another correction pays the rest', () => {
    given(...BOUGHT, compensated(440, 4_000))
      .when(compensating(3_900))
      .then(compensated(100, 3_900));
  });

  test('asks nothing of a customer who paid too little, or was compensated too much', () => {
    given(...BOUGHT)
      .when(compensating(5_000))
      .thenNothing();
    given(...BOUGHT, compensated(440, 4_000))
      .when(compensating(4_400))
      .thenNothing();
  });

  test('is for paid orders that nobody touched', () => {
    given().when(compensating(0)).thenRejected('ORDER_UNKNOWN');
    given(placing()).when(compensating(0)).thenRejected('ORDER_BUSY');
    given(placing(), placed).when(compensating(0)).thenRejected('NOT_PAID');
    given(...BOUGHT, cancelled(4_440))
      .when(compensating(0))
      .thenRejected('ORDER_OVER');
    const byHand: OrderEvent = { type: 'line-repriced', data: { line: '1', pay: 3_000, reason: '磕碰' } };
    given(placing(), placed, byHand, paid).when(compensating(0)).thenRejected('NOT_COMPENSABLE');
    expect(toCompensate(folded(orderAggregate, [placing(), placed, byHand, paid]), 0)).toBe(0);
  });

  test('counts when the order is cancelled: nobody gets back more than they paid', () => {
    given(...BOUGHT, compensated(440, 4_000))
      .when((state) => cancel(state, '不要了', 'reusable'))
      .then(cancelled(4_000));
  });
});
