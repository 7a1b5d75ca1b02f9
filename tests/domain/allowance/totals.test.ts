import { describe, test } from '@jest/globals';
import { adjust, open } from '../../../src/domain/allowance/decisions.js';
import type { AllowanceTerms } from '../../../src/domain/allowance/events.js';
import type { Allowance } from '../../../src/domain/allowance/state.js';
import { allowanceAggregate } from '../../../src/domain/allowance/stream.js';
import type { Instant } from '../../../src/domain/kernel/instant.js';
import { deciderSpecification, NOW } from '../../deciderSpecification.js';
import { adjusted, confirmed, expired, held, later, opened, threeUses } from './sampleAllowance.js';

const { given } = deciderSpecification(allowanceAggregate);
const ofRevision = (revision: number, total: number | null): AllowanceTerms => ({
  ...threeUses,
  total,
  source: { promotion: 'p1', revision },
});
const adjusting = (terms: AllowanceTerms) => (state: Allowance, at: Instant) => adjust(state, terms, at);

describe('opening an allowance', () => {
  const opening = (terms: AllowanceTerms) => (state: Allowance) => open(state, terms);

  test('opens it once', () => {
    given().when(opening(threeUses)).then(opened());
    given(opened()).when(opening(threeUses)).thenNothing();
  });

  test('with other terms is refused', () => {
    given(opened())
      .when(opening(ofRevision(1, 4)))
      .thenRejected('ALLOWANCE_EXISTS');
  });
});

describe('adjusting an allowance', () => {
  test('raises and lowers it', () => {
    given(opened())
      .when(adjusting(ofRevision(2, 9)))
      .then(adjusted(ofRevision(2, 9)));
    given(opened(), held('o1'), held('o2'))
      .when(adjusting(ofRevision(2, 2)))
      .then(adjusted(ofRevision(2, 2)));
  });

  test('never below what is held and confirmed', () => {
    given(opened(), held('o1'), held('o2'), confirmed('o2'))
      .when(adjusting(ofRevision(2, 1)))
      .thenRejected('ALLOWANCE_BELOW_TAKEN', { total: 1, held: 1, confirmed: 1, least: 2 });
  });

  test('ends holds whose time has come if that is what it takes', () => {
    given(opened(), held('o1', { until: NOW }), held('o2', { until: later(-1) }), held('o3'))
      .when(adjusting(ofRevision(2, 2)))
      .then(expired('o2'), adjusted(ofRevision(2, 2)));
    given(opened(), held('o1', { until: NOW }), held('o2'), held('o3'))
      .when(adjusting(ofRevision(2, 1)))
      .thenRejected('ALLOWANCE_BELOW_TAKEN', { held: 2, least: 2 });
  });

  test('to what it is, or by an older revision, changes nothing', () => {
    given(opened(ofRevision(5, 3)))
      .when(adjusting(ofRevision(5, 3)))
      .thenNothing();
    given(opened(ofRevision(5, 3)))
      .when(adjusting(ofRevision(4, 1)))
      .thenNothing();
  });

  test('that was never opened, or to another unit, is refused', () => {
    given().when(adjusting(threeUses)).thenRejected('ALLOWANCE_UNKNOWN');
    given(opened())
      .when(adjusting({ ...ofRevision(2, 3), unit: 'money' }))
      .thenRejected('ALLOWANCE_UNIT_FIXED', { unit: 'uses' });
  });

  test('to no limit at all is possible', () => {
    given(opened(), held('o1'))
      .when(adjusting(ofRevision(2, null)))
      .then(adjusted(ofRevision(2, null)));
  });
});
