import type { BacktestEvent, BacktestRun } from './events.js';
import type { Backtest } from './state.js';

/** Remembers that it ran, once. */
export function remember(state: Backtest, run: BacktestRun): readonly BacktestEvent[] {
  return state.run ? [] : [{ type: 'backtest-run', data: run }];
}
