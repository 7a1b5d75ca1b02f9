import type { Recorded } from '../kernel/decider.js';
import type { BacktestEvent, BacktestRun } from './events.js';

/** Null until it ran. */
export interface Backtest {
  readonly run: BacktestRun | null;
}

export const noBacktest: Backtest = { run: null };

export function evolveBacktest(_: Backtest, event: Recorded<BacktestEvent>): Backtest {
  return { run: event.data };
}
