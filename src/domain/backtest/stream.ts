import type { Aggregate } from '../kernel/decider.js';
import type { BacktestEvent } from './events.js';
import { type Backtest, evolveBacktest, noBacktest } from './state.js';

export const backtestAggregate: Aggregate<Backtest, BacktestEvent> = {
  category: 'backtest',
  initial: noBacktest,
  evolve: evolveBacktest,
};
