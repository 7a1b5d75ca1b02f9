import { describe, test } from '@jest/globals';
import { remember } from '../../../src/domain/backtest/decisions.js';
import type { BacktestRun } from '../../../src/domain/backtest/events.js';
import { backtestAggregate } from '../../../src/domain/backtest/stream.js';
import { deciderSpecification } from '../../deciderSpecification.js';

const { given } = deciderSpecification(backtestAggregate);

const RUN: BacktestRun = {
  change: 'a'.repeat(64),
  tested: ['half'],
  without: [],
  since: null,
  until: null,
  last: 100,
  position: '400',
  orders: 100,
  changed: 40,
  unpriceable: 0,
  discountWas: 1_000,
  discountWould: 3_000,
  payWas: 90_000,
  payWould: 88_000,
};

describe('a backtest', () => {
  test('is remembered with its sums', () => {
    given()
      .when((state) => remember(state, RUN))
      .then({ type: 'backtest-run', data: RUN });
  });

  test('is remembered once', () => {
    given({ type: 'backtest-run', data: RUN })
      .when((state) => remember(state, { ...RUN, orders: 7 }))
      .thenNothing();
  });
});
