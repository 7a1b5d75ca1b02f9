import type { Fen } from '../kernel/money.js';
import { own } from '../kernel/own.js';
import type { Bought, Gone } from './bought.js';
import { sizeOf } from './kept.js';
import { netPrice } from './netPrice.js';

/** The net price of all that returned, after its shares of every discount. Delivery stays paid, gifts were free. */
export function keepDiscount({ basket, paid }: Bought, gone: Gone): Fen {
  const pays = new Map(paid.lines.map(({ id, pay }) => [id, pay]));
  return basket.lines.reduce(
    (sum, line) => sum + netPrice(line, pays.get(line.id) ?? 0, own(gone.lines, line.id) ?? 0, sizeOf(line, gone)),
    0,
  );
}
