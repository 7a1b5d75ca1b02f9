import { expect, test } from '@jest/globals';
import type { PromotionEvent } from '../../../src/domain/promotion/events.js';
import { statusOf, termsInForce, termsOf } from '../../../src/domain/promotion/state.js';
import { promotionAggregate } from '../../../src/domain/promotion/stream.js';
import { folded, type Past } from '../../deciderSpecification.js';
import { drafted, ended, paused, published, resumed, revised, spend100Save20, stopped } from './samplePromotion.js';

const day = (n: number) => `2026-11-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const on = (n: number, event: PromotionEvent): Past<PromotionEvent> => ({ ...event, recordedAt: day(n) });
const nameAt = (past: readonly Past<PromotionEvent>[], n: number) =>
  termsInForce(folded(promotionAggregate, past), day(n))?.name;
const named = (name: string) => ({ ...spend100Save20, name });

test('a promotion is in force from its publication to its end, but for its pauses', () => {
  const past = [on(1, drafted()), on(3, published), on(5, paused), on(7, resumed), on(9, ended)];
  const inForce = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].filter((n) => nameAt(past, n) !== undefined);
  expect(inForce).toEqual([3, 4, 7, 8]);
});

test('an emergency stop takes it out of force at once', () => {
  const past = [on(1, drafted()), on(3, published), on(5, stopped)];
  const justBefore = termsInForce(folded(promotionAggregate, past), '2026-11-04T23:59:59.999Z');
  expect(justBefore).toEqual(spend100Save20);
  expect(nameAt(past, 5)).toBeUndefined();
});

test('a revision holds from its effectiveFrom, the latest recorded winning where two hold from one instant', () => {
  const past = [
    on(1, drafted(named('one'))),
    on(2, published),
    on(3, { ...revised(named('planned')), effectiveFrom: day(10) }),
    on(4, { ...revised(named('corrected')), effectiveFrom: day(2) }),
    on(5, { ...revised(named('planned again')), effectiveFrom: day(10) }),
  ];
  expect([2, 9, 10].map((n) => nameAt(past, n))).toEqual(['corrected', 'corrected', 'planned again']);
});

test('status and terms of a promotion that was never drafted are unknown', () => {
  const nothing = folded(promotionAggregate, []);
  expect([statusOf(nothing), termsOf(nothing), termsInForce(nothing, day(1))]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
