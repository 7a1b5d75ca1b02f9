import { formatYuan } from '../../../domain/kernel/money.js';
import type { Language } from '../../../domain/pricing/kind.js';
import type { BacktestReport } from '../backtest/backtested.js';
import { table } from '../print/table.js';
import type { Variation } from './variation.js';

type Grid = BacktestReport['grid'];

const TITLES: Readonly<Record<Language, readonly string[]>> = {
  en: ['orders', 'reached', 'changed', 'given (yuan)', 'cost (yuan)'],
  zh: ['订单数', '可享订单', '变化订单', '活动让利（元）', '成本（元）'],
};

/** A row for each combination: its values, whom it reaches, what it gives and costs. */
export function gridTable(grid: Grid, orders: number, variations: readonly Variation[], language: Language): string {
  const titles = [...variations.map(({ at }) => at), ...TITLES[language]];
  return table(
    titles.map((title) => ({ title, align: 'right' })),
    rowsOf(grid, orders),
  );
}

/** The same as CSV that Excel opens as it is: UTF-8 with its mark, lines that end in CRLF. */
export function gridCsv(grid: Grid, orders: number, variations: readonly Variation[], language: Language): string {
  const titles = [...variations.map(({ at }) => at), ...TITLES[language]];
  return `\ufeff${[titles, ...rowsOf(grid, orders)].map((cells) => `${cells.join(',')}\r\n`).join('')}`;
}

// Numbers and pointers: nothing in a cell needs quotes.
function rowsOf(grid: Grid, orders: number): string[][] {
  return grid.map(({ values, reached, changed, gave, cost }) => [
    ...[...values, orders, reached, changed].map(String),
    formatYuan(gave),
    formatYuan(cost),
  ]);
}
