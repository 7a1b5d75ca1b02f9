import { describe, expect, test } from '@jest/globals';
import { register, setTier } from '../../../src/domain/customer/decisions.js';
import type { CustomerEvent } from '../../../src/domain/customer/events.js';
import type { Customer } from '../../../src/domain/customer/state.js';
import { customerAggregate } from '../../../src/domain/customer/stream.js';
import type { Instant } from '../../../src/domain/kernel/instant.js';
import { factAt } from '../../../src/domain/kernel/timeline.js';
import { deciderSpecification, folded } from '../../deciderSpecification.js';

const { given } = deciderSpecification(customerAggregate);

const registered: CustomerEvent = { type: 'customer-registered', data: {} };
const tierSet = (tier: string | null): CustomerEvent => ({ type: 'customer-tier-set', data: { tier } });
const registering = (tier: string | null | undefined, effectiveFrom?: Instant) => (state: Customer, at: Instant) =>
  register(state, tier, { at, effectiveFrom });
const settingTier = (tier: string | null, effectiveFrom?: Instant) => (state: Customer, at: Instant) =>
  setTier(state, tier, { at, effectiveFrom });

describe('registering a customer', () => {
  test('makes it known, with its tier if it has one', () => {
    given().when(registering(null)).then(registered);
    given().when(registering('gold')).then(registered, tierSet('gold'));
  });

  test('again with the same tier changes nothing', () => {
    given(registered).when(registering(null)).thenNothing();
    given(registered, tierSet('gold')).when(registering('gold')).thenNothing();
  });

  test('again without a word about its tier leaves the tier', () => {
    given(registered, tierSet('gold')).when(registering(undefined)).thenNothing();
    given(registered, tierSet('gold')).when(registering(null)).then(tierSet(null));
  });

  test('again with another tier records that', () => {
    given(registered, tierSet('gold')).when(registering('silver')).then(tierSet('silver'));
  });

  test('with a tier from an instant to come is known now', () => {
    const effectiveFrom = '2026-12-01T00:00:00.000Z';
    given()
      .when(registering('gold', effectiveFrom))
      .then(registered, { ...tierSet('gold'), effectiveFrom });
  });
});

describe('setting a tier', () => {
  test('sets, changes and takes it away', () => {
    given(registered).when(settingTier('gold')).then(tierSet('gold'));
    given(registered, tierSet('gold')).when(settingTier('silver')).then(tierSet('silver'));
    given(registered, tierSet('gold')).when(settingTier(null)).then(tierSet(null));
  });

  test('to what it is changes nothing', () => {
    given(registered).when(settingTier(null)).thenNothing();
    given(registered, tierSet('gold')).when(settingTier('gold')).thenNothing();
    given(registered, tierSet('gold'), tierSet(null)).when(settingTier(null)).thenNothing();
  });

  test('of someone unknown is refused', () => {
    given().when(settingTier('gold')).thenRejected('CUSTOMER_UNKNOWN');
  });

  test('back-dated or to come is recorded with its instant', () => {
    for (const effectiveFrom of ['2026-11-10T00:00:00.000Z', '2026-12-10T00:00:00.000Z']) {
      given(registered)
        .when(settingTier('gold', effectiveFrom))
        .then({ ...tierSet('gold'), effectiveFrom });
    }
  });
});

test('a tier holds from its effectiveFrom until the next', () => {
  const customer = folded(customerAggregate, [
    { ...registered, recordedAt: '2026-11-01T00:00:00.000Z' },
    { ...tierSet('gold'), recordedAt: '2026-11-02T00:00:00.000Z', effectiveFrom: '2026-11-20T00:00:00.000Z' },
    { ...tierSet('silver'), recordedAt: '2026-11-03T00:00:00.000Z' },
  ]);
  const tierOn = (day: string) => factAt(customer.tier, `2026-11-${day}T00:00:00.000Z`);
  expect(['01', '03', '19', '20'].map(tierOn)).toEqual([undefined, 'silver', 'silver', 'gold']);
});
