import type { Fen } from '../kernel/money.js';
import { own } from '../kernel/own.js';
import { isChanged, type RepricedOrder } from './repricedOrder.js';

/** What a promotion with certain values would have reached and cost. */
export interface CellTally {
  /** Orders to which it would have given something. */
  reached: number;
  changed: number;
  /** Given by it. */
  gave: Fen;
  /** What customers would have paid less, all promotions together. */
  cost: Fen;
}

export function newCell(): CellTally {
  return { reached: 0, changed: 0, gave: 0, cost: 0 };
}

export function addToCell(cell: CellTally, promotion: string, order: RepricedOrder): void {
  const gave = own(order.would.gave, promotion);
  if (gave !== undefined) {
    cell.reached++;
    cell.gave += gave;
  }
  if (isChanged(order)) cell.changed++;
  cell.cost += order.was.pay - order.would.pay;
}
