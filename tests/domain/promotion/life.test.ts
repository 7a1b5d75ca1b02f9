import { describe, test } from '@jest/globals';
import type { Instant } from '../../../src/domain/kernel/instant.js';
import { end, pause, publish, resume, stop } from '../../../src/domain/promotion/decisions.js';
import type { Promotion } from '../../../src/domain/promotion/state.js';
import { promotionAggregate } from '../../../src/domain/promotion/stream.js';
import { deciderSpecification, NOW } from '../../deciderSpecification.js';
import { drafted, ended, paused, published, resumed, revised, spend100Save20, stopped } from './samplePromotion.js';

const { given } = deciderSpecification(promotionAggregate);

const publishing = (state: Promotion, at: Instant) => publish(state, '双十一', { at });
const pausing = (state: Promotion) => pause(state);
const resuming = (state: Promotion) => resume(state);
const ending = (state: Promotion) => end(state, '卖完了');
const stopping = (state: Promotion) => stop(state, '标错价');

const DECISIONS = { publishing, pausing, resuming, ending, stopping };
const until = (instant: Instant) => ({ ...spend100Save20, schedule: { until: instant } });

describe('publishing', () => {
  test('puts a draft in force', () => {
    given(drafted()).when(publishing).then(published);
  });

  test('again changes nothing', () => {
    given(drafted(), published).when(publishing).thenNothing();
    given(drafted(), published, paused, resumed).when(publishing).thenNothing();
  });

  test('a paused one is refused: it is resumed', () => {
    given(drafted(), published, paused).when(publishing).thenRejected('WRONG_STATUS', { status: 'paused' });
  });

  test('is refused from the very instant its schedule ends', () => {
    given(drafted(until(NOW)))
      .when(publishing)
      .thenRejected('SCHEDULE_OVER', { until: NOW });
    given(drafted(until('2026-11-22T12:00:00.001Z')))
      .when(publishing)
      .then(published);
  });

  test('goes by the schedule it was revised to', () => {
    given(drafted(until('2026-11-02T00:00:00.000Z')), revised(spend100Save20))
      .when(publishing)
      .then(published);
  });
});

describe('pausing and resuming', () => {
  test('take a running one out of force and put it back', () => {
    given(drafted(), published).when(pausing).then(paused);
    given(drafted(), published, paused).when(resuming).then(resumed);
    given(drafted(), published, paused, resumed).when(pausing).then(paused);
  });

  test('keep a reason given', () => {
    given(drafted(), published)
      .when((state) => pause(state, '库存核对'))
      .then({ type: 'promotion-paused', data: { reason: '库存核对' } });
    given(drafted(), published, paused)
      .when((state) => resume(state, '核对完毕'))
      .then({ type: 'promotion-resumed', data: { reason: '核对完毕' } });
  });

  test('again change nothing', () => {
    given(drafted(), published, paused).when(pausing).thenNothing();
    given(drafted(), published).when(resuming).thenNothing();
  });

  test('of a draft are refused', () => {
    given(drafted()).when(pausing).thenRejected('WRONG_STATUS', { status: 'draft' });
    given(drafted()).when(resuming).thenRejected('WRONG_STATUS', { status: 'draft' });
  });
});

describe('ending and stopping', () => {
  test.each([
    ['a draft', [drafted()]],
    ['a running one', [drafted(), published]],
    ['a paused one', [drafted(), published, paused]],
  ] as const)('end %s for good', (_, past) => {
    given(...past)
      .when(ending)
      .then(ended);
    given(...past)
      .when(stopping)
      .then(stopped);
  });

  test('again change nothing', () => {
    given(drafted(), published, ended).when(ending).thenNothing();
    given(drafted(), published, stopped).when(stopping).thenNothing();
  });
});

describe('every decision about its life', () => {
  test.each(Object.entries(DECISIONS))('%s refuses a promotion that was never drafted', (_, decide) => {
    given().when(decide).thenRejected('PROMOTION_UNKNOWN');
  });

  test('stopping one that ended voids the quotes it left', () => {
    given(drafted(), published, ended).when(stopping).then(stopped);
  });

  test.each(Object.entries(DECISIONS).filter(([name]) => name !== 'ending' && name !== 'stopping'))(
    '%s refuses one that ended',
    (_, decide) => {
      given(drafted(), published, ended).when(decide).thenRejected('PROMOTION_OVER', { status: 'ended' });
    },
  );

  test.each(Object.entries(DECISIONS).filter(([name]) => name !== 'stopping'))(
    '%s refuses one that was stopped',
    (_, decide) => {
      given(drafted(), published, stopped).when(decide).thenRejected('PROMOTION_OVER', { status: 'stopped' });
    },
  );
});
