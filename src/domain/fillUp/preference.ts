import { compareIds } from '../kernel/ids.js';
import type { Fen } from '../kernel/money.js';
import type { Size } from './amountToAdd.js';

/** A product that, added to a basket, reaches the step ahead. */
export interface FillUp {
  readonly sku: string;
  readonly add: Size;
  /** What is added, at list price. */
  readonly list: Fen;
  /** To pay for the whole basket then. */
  readonly pay: Fen;
  /** How much more that is than now; negative: the customer has more and pays less. */
  readonly costs: Fen;
  /** The discount then, less the discount now. */
  readonly saves: Fen;
}

/** Best first: the customer pays least in all; of those, gets the most worth of goods; of those, the SKU. */
export function compareFillUps(a: FillUp, b: FillUp): number {
  return a.pay - b.pay || b.list - a.list || compareIds(a.sku, b.sku);
}
