import { describe, test } from '@jest/globals';
import type { Instant } from '../../../src/domain/kernel/instant.js';
import type { Fault } from '../../../src/domain/pricing/kind.js';
import { revise } from '../../../src/domain/promotion/decisions.js';
import type { PromotionTerms } from '../../../src/domain/promotion/events.js';
import type { Promotion } from '../../../src/domain/promotion/state.js';
import { promotionAggregate } from '../../../src/domain/promotion/stream.js';
import { deciderSpecification } from '../../deciderSpecification.js';
import { drafted, ended, paused, published, resumed, revised, spend100Save20, stopped } from './samplePromotion.js';

const { given } = deciderSpecification(promotionAggregate);

interface Asked {
  readonly reason?: string;
  readonly effectiveFrom?: Instant;
  readonly faults?: readonly Fault[];
}

const revising =
  (terms: PromotionTerms, { reason, effectiveFrom, faults = [] }: Asked = {}) =>
  (state: Promotion, at: Instant) =>
    revise(state, terms, reason, { at, effectiveFrom }, () => faults);

const save30 = { ...spend100Save20, benefit: { ladder: [{ from: 10_000, amountOff: 3_000 }] } };
const renamed = { ...spend100Save20, name: '双十一大促' };
const until = (instant: Instant | undefined): PromotionTerms => {
  const { until: _, ...schedule } = spend100Save20.schedule!;
  return { ...spend100Save20, schedule: { ...schedule, ...(instant !== undefined && { until: instant }) } };
};

describe('revising a draft or a paused promotion', () => {
  test('replaces its terms', () => {
    given(drafted()).when(revising(save30)).then(revised(save30));
    given(drafted(), published, paused).when(revising(save30)).then(revised(save30));
  });

  test('keeps the reason given', () => {
    given(drafted())
      .when(revising(save30, { reason: '竞品降价' }))
      .then({ type: 'promotion-revised', data: { terms: save30, reason: '竞品降价' } });
  });

  test('to what it is already changes nothing', () => {
    given(drafted()).when(revising(spend100Save20)).thenNothing();
    given(drafted(), revised(save30)).when(revising(save30)).thenNothing();
  });

  test('back to former terms is a change', () => {
    given(drafted(), revised(save30)).when(revising(spend100Save20)).then(revised(spend100Save20));
  });

  test('from an instant to come leaves today as it is', () => {
    const effectiveFrom = '2026-11-25T00:00:00.000Z';
    given(drafted())
      .when(revising(save30, { effectiveFrom }))
      .then({ ...revised(save30), effectiveFrom });
  });

  test('to what holds today already is a change where another revision is to come', () => {
    const coming = { ...revised(save30), effectiveFrom: '2026-11-25T00:00:00.000Z' };
    given(drafted(), coming).when(revising(spend100Save20)).thenNothing();
    given(drafted(), coming)
      .when(revising(spend100Save20, { effectiveFrom: '2026-11-26T00:00:00.000Z' }))
      .then({ ...revised(spend100Save20), effectiveFrom: '2026-11-26T00:00:00.000Z' });
  });

  test('to another kind is refused', () => {
    const percentage = { ...spend100Save20, kind: 'percentage', benefit: { percentOffBp: 1_000 } };
    given(drafted()).when(revising(percentage)).thenRejected('KIND_FIXED', { kind: 'spend-threshold' });
    given(drafted(), published, paused).when(revising(percentage)).thenRejected('KIND_FIXED');
  });

  test('to terms that cannot work is refused with every fault', () => {
    const fault = { pointer: '/scope', code: 'SCOPE_EMPTY', message: 'The scope names nothing.' };
    given(drafted())
      .when(revising(save30, { faults: [fault] }))
      .thenRejected('TERMS_INVALID', { errors: [fault] });
  });
});

describe('revising a promotion that is in force', () => {
  const running = [drafted(), published] as const;

  test('may give it another name', () => {
    given(...running)
      .when(revising(renamed))
      .then(revised(renamed));
  });

  test('may end it later, or never', () => {
    const later = until('2026-12-01T00:00:00.000Z');
    given(...running)
      .when(revising(later))
      .then(revised(later));
    given(...running)
      .when(revising(until(undefined)))
      .then(revised(until(undefined)));
  });

  test('may not end it sooner, start it otherwise or give an endless one an end', () => {
    const otherStart = {
      ...spend100Save20,
      schedule: { ...spend100Save20.schedule!, from: '2026-11-19T00:00:00.000Z' },
    };
    given(...running)
      .when(revising(until('2026-11-29T23:59:59.999Z')))
      .thenRejected('PROMOTION_RUNNING', { changed: ['schedule'] });
    given(...running)
      .when(revising(otherStart))
      .thenRejected('PROMOTION_RUNNING', { changed: ['schedule'] });
    given(drafted(until(undefined)), published)
      .when(revising(spend100Save20))
      .thenRejected('PROMOTION_RUNNING', { changed: ['schedule'] });
  });

  test('may not change its hours under cover of a later end', () => {
    const hours = { zone: 'Asia/Shanghai', hours: [{ from: '10:00', to: '12:00' }] };
    const later = { ...spend100Save20, schedule: { until: '2026-12-01T00:00:00.000Z', recurrence: hours } };
    given(...running)
      .when(revising(later))
      .thenRejected('PROMOTION_RUNNING', { changed: ['schedule'] });
  });

  test.each<[string, Partial<PromotionTerms>]>([
    ['benefit', save30],
    ['scope', { scope: { categories: ['citrus'] } }],
    ['when', { when: { minQuantity: 2 } }],
    ['audience', { audience: { tiers: ['gold'] } }],
    ['channels', { channels: ['app'] }],
    ['orderModes', { orderModes: ['normal'] }],
    ['stacking', { stacking: { priority: 5 } }],
    ['cap', { cap: 500 }],
    ['coupon', { coupon: true }],
    ['alsoGives', { alsoGives: { points: 10 } }],
    ['level', { level: 'line' }],
  ])('may not change its %s', (field, change) => {
    given(...running)
      .when(revising({ ...spend100Save20, ...change }))
      .thenRejected('PROMOTION_RUNNING', { changed: [field], mayChange: ['name', 'a later end', 'limits'] });
  });

  test('names every field that may not change', () => {
    given(...running)
      .when(revising({ ...save30, name: '改名', cap: 1 }))
      .thenRejected('PROMOTION_RUNNING', { changed: ['benefit', 'cap'] });
  });

  test('may not bring forward terms that were planned for later', () => {
    const planned = { ...revised(save30), effectiveFrom: '2026-11-29T00:00:00.000Z' };
    given(drafted(), planned, published)
      .when(revising({ ...save30, name: '提前' }))
      .thenRejected('PROMOTION_RUNNING', { changed: ['benefit'] });
  });

  test('that was paused and resumed is refused again', () => {
    given(...running, paused, resumed)
      .when(revising(save30))
      .thenRejected('PROMOTION_RUNNING');
  });
});

describe('revising what is not there or over', () => {
  test('is refused', () => {
    given().when(revising(save30)).thenRejected('PROMOTION_UNKNOWN');
    given(drafted(), ended).when(revising(save30)).thenRejected('PROMOTION_OVER', { status: 'ended' });
    given(drafted(), published, stopped).when(revising(save30)).thenRejected('PROMOTION_OVER', { status: 'stopped' });
  });
});
