import type { BasketFault } from '../baskets/namedBasket.js';
import { paintFor } from '../print/paint.js';
import type { Terminal } from '../terminal.js';

/** Says on standard error which basket has what wrong. */
export function faultLine(terminal: Terminal): (fault: BasketFault) => void {
  const { bad } = paintFor(terminal);
  return ({ place, message }) => terminal.err(`${bad(place)}: ${message}\n`);
}
