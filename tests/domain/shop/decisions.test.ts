import { describe, expect, test } from '@jest/globals';
import type { Instant } from '../../../src/domain/kernel/instant.js';
import { DEFAULT_POLICIES, type Policies } from '../../../src/domain/pricing/policies.js';
import { setPolicies } from '../../../src/domain/shop/decisions.js';
import type { ShopEvent } from '../../../src/domain/shop/events.js';
import { policiesAt, type Shop } from '../../../src/domain/shop/state.js';
import { shopAggregate } from '../../../src/domain/shop/stream.js';
import { deciderSpecification, folded } from '../../deciderSpecification.js';

const { given } = deciderSpecification(shopAggregate);

const policiesSet = (policies: Partial<Policies>): ShopEvent => ({
  type: 'shop-policies-set',
  data: { policies, reason: '试行' },
});
const setting = (policies: Partial<Policies>, effectiveFrom?: Instant) => (state: Shop, at: Instant) =>
  setPolicies(state, policies, '试行', { at, effectiveFrom });

describe('setting how a shop prices', () => {
  test('records what it decides itself', () => {
    given()
      .when(setting({ selection: 'priority' }))
      .then(policiesSet({ selection: 'priority' }));
  });

  test('to what it is changes nothing, whatever the reason', () => {
    given(policiesSet({ selection: 'priority' }))
      .when((state, at) => setPolicies(state, { selection: 'priority' }, '另一个理由', { at }))
      .thenNothing();
  });

  test('gives what is no longer named back to the default', () => {
    given(policiesSet({ selection: 'priority', giftChoice: 'dearest' }))
      .when(setting({ giftChoice: 'dearest' }))
      .then(policiesSet({ giftChoice: 'dearest' }));
  });

  test('from an instant to come is recorded with it', () => {
    const effectiveFrom = '2026-12-01T00:00:00.000Z';
    given()
      .when(setting({ partGift: true }, effectiveFrom))
      .then({ ...policiesSet({ partGift: true }), effectiveFrom });
  });
});

test('a shop prices by the defaults until its own policies take effect', () => {
  const shop = folded(shopAggregate, [
    { ...policiesSet({ selection: 'priority' }), effectiveFrom: '2026-11-10T00:00:00.000Z' },
  ]);
  expect(policiesAt(shop, '2026-11-09T23:59:59.999Z')).toEqual(DEFAULT_POLICIES);
  expect(policiesAt(shop, '2026-11-10T00:00:00.000Z')).toEqual({ ...DEFAULT_POLICIES, selection: 'priority' });
});
