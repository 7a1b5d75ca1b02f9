import { remember } from '../../domain/backtest/decisions.js';
import type { BacktestRun } from '../../domain/backtest/events.js';
import { backtestAggregate } from '../../domain/backtest/stream.js';
import { canonicalJson } from '../../domain/kernel/canonicalJson.js';
import type { CommandContext, Role } from '../context.js';
import { execute } from '../execute.js';
import type { CommandDeps } from '../ports.js';
import type { OrderRange } from './backtestMessage.js';
import type { Change } from './change.js';
import type { BacktestResult } from './runBacktest.js';

export const RUN_BACKTEST: { readonly name: string; readonly roles: readonly Role[] } = {
  name: 'run-backtest',
  roles: ['operator', 'approver'],
};

/** The hash of what a backtest changed, whatever it was run over. */
export function hashOfChange({ machine }: Pick<CommandDeps, 'machine'>, { added, without, policies }: Change): string {
  const promotions = Object.fromEntries(added.map(({ id, terms }) => [id, terms]));
  return machine.sha256(canonicalJson({ promotions, without: [...without].sort(), policies }));
}

/** Writes down that a backtest ran: who, which change by its hash, over which orders, and the sums. */
export async function recordBacktest(
  deps: CommandDeps,
  context: CommandContext,
  id: string,
  { change, orders }: { readonly change: Change; readonly orders: OrderRange },
  result: BacktestResult,
): Promise<BacktestRun> {
  const { report, unpriceable, position } = result;
  const run: BacktestRun = {
    change: hashOfChange(deps, change),
    tested: change.added.map((offer) => offer.id),
    without: [...change.without],
    since: orders.since ?? null,
    until: orders.until ?? null,
    last: orders.last ?? null,
    position,
    orders: report.orders,
    changed: report.changed,
    unpriceable: unpriceable.orders,
    discountWas: report.was.discount,
    discountWould: report.would.discount,
    payWas: report.was.pay,
    payWould: report.would.pay,
  };
  await execute(deps, backtestAggregate, id, context, (state) => remember(state, run));
  return run;
}
