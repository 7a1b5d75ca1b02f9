import type { BacktestJob } from '../../../commands/backtest/backtestJobs.js';
import { hashOfChange } from '../../../commands/backtest/recordBacktest.js';
import type { BacktestResult } from '../../../commands/backtest/runBacktest.js';
import type { Machine } from '../../../commands/ports.js';
import { differenceOf } from '../../../commands/preview/differenceOf.js';
import { assumptionWords } from '../../../domain/backtest/assumptions.js';
import { shownVariant } from '../previews/shownVariant.js';

/** A backtest as callers see it. */
export function shownBacktest(machine: Machine, job: BacktestJob) {
  const { id, status, startedAt, endedAt, reached, head, change, message, result, fault } = job;
  return {
    id,
    status,
    startedAt,
    endedAt,
    progress: { position: reached, head },
    change: {
      hash: hashOfChange({ machine }, change),
      tested: change.added.map((offer) => offer.id),
      without: [...change.without],
    },
    orders: message.orders,
    zone: message.zone,
    assumed: change.assumed.map((code) => {
      return { code, zh: assumptionWords(code, 'zh'), en: assumptionWords(code, 'en') };
    }),
    report: result && shownReport(result),
    fault,
  };
}

function shownReport({ report, sideBySide, grid, unpriceable, position }: BacktestResult) {
  return {
    ...report,
    most: sideBySide.map(({ order, quote, at, was, would }) => ({
      order,
      quote,
      at,
      variants: [shownVariant('was', was), shownVariant('would', would)],
      difference: differenceOf(was.quote, would.quote),
    })),
    grid,
    unpriceable,
    position,
  };
}
