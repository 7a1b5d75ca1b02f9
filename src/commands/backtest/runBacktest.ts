import { addToCell, type CellTally, newCell } from '../../domain/backtest/cellTally.js';
import { type BacktestReport, reportOf } from '../../domain/backtest/report.js';
import type { RepricedOrder } from '../../domain/backtest/repricedOrder.js';
import { addOrder, newTally } from '../../domain/backtest/tally.js';
import { type Position, StoreUnavailable } from '../eventStore.js';
import type { Reckoned } from '../quote/reckonQuote.js';
import type { CellChange, Change } from './change.js';
import { type OrdersAsked, pastOrders, type StoredOrder } from './pastOrders.js';
import { givenOf, Repricing, type RepricingDeps } from './repricing.js';

const MOST_NAMED = 10;
/** Prices in one turn of the event loop, 10 to 30 ms: requests are answered between two. */
const PRICES_A_TURN = 500;

/** A past order priced two ways, to be looked at side by side. */
export interface SideBySide {
  readonly order: string;
  readonly quote: string;
  readonly at: string;
  readonly was: Reckoned;
  readonly would: Reckoned;
}

/** An order that could not be priced again, and why. */
export interface Unpriceable {
  readonly order: string;
  readonly reason: string;
}

export interface BacktestResult {
  readonly report: BacktestReport;
  /** Those of `report.most`, in its order. */
  readonly sideBySide: readonly SideBySide[];
  /** One for each cell asked for. */
  readonly grid: readonly (CellTally & Pick<CellChange, 'values'>)[];
  readonly unpriceable: { readonly orders: number; readonly first: readonly Unpriceable[] };
  /** Up to where the log was read. */
  readonly position: Position;
  /** False: it was cancelled, and this is of the orders until then. */
  readonly whole: boolean;
}

export interface BacktestAsked extends OrdersAsked {
  readonly change: Change;
  /** Other values of the one promotion under test. */
  readonly cells?: readonly CellChange[];
  /** Whose days are counted. */
  readonly zone: string;
}

/**
 * Prices past orders again with a change of promotions and says what differs. Nothing is recorded.
 * @throws StoreUnavailable
 */
export async function runBacktest(deps: RepricingDeps, asked: BacktestAsked): Promise<BacktestResult> {
  const { shop, change, zone, signal, cells = [] } = asked;
  const repricing = new Repricing(deps, shop, zone, [change, ...cells.map((cell) => cell.change)]);
  const tally = newTally(change.added.map(({ id }) => id));
  const grid = cells.map(newCell);
  const most = new Map<string, StoredOrder>();
  const unpriceable = { orders: 0, first: [] as Unpriceable[] };
  const reading = pastOrders(deps.store, asked);
  let priced = 0;
  let page = await reading.next();
  while (!page.done) {
    for (const stored of page.value) {
      if (signal?.aborted) break;
      priced += 1 + cells.length;
      if (priced >= PRICES_A_TURN) {
        priced = 0;
        await deps.machine.sleep(0);
      }
      const repriced = await orReason(repricing.repriced(stored));
      if (typeof repriced === 'string') {
        unpriceable.orders++;
        if (unpriceable.first.length < MOST_NAMED) unpriceable.first.push({ order: stored.order, reason: repriced });
      } else {
        const [changed, ...inCells] = repriced;
        addOrder(tally, changed!);
        if (tally.most.includes(changed!)) keepMost(most, stored, tally.most);
        for (const [at, order] of inCells.entries()) addToCell(grid[at]!, change.added[0]!.id, order);
      }
    }
    page = await reading.next();
  }
  const limits = new Map(change.added.map(({ id, terms }) => [id, terms.limits]));
  return {
    report: reportOf(tally, limits),
    sideBySide: await Promise.all(tally.most.map((one) => sideBySide(repricing, most.get(one.order)!))),
    grid: grid.map((sums, at) => ({ values: cells[at]!.values, ...sums })),
    unpriceable,
    position: page.value,
    whole: !signal?.aborted,
  };
}

async function orReason<T>(work: Promise<T>): Promise<T | string> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    return error instanceof Error ? error.message : String(error);
  }
}

function keepMost(kept: Map<string, StoredOrder>, stored: StoredOrder, most: readonly RepricedOrder[]): void {
  kept.set(stored.order, stored);
  if (kept.size <= most.length) return;
  for (const order of kept.keys()) if (!most.some((one) => one.order === order)) kept.delete(order);
}

async function sideBySide(repricing: Repricing, stored: StoredOrder): Promise<SideBySide> {
  const given = givenOf(stored);
  const [was, would] = await repricing.bothWays(given);
  return { order: stored.order, quote: stored.quote, at: given.at, was, would };
}
