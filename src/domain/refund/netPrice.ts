import type { Fen } from '../kernel/money.js';
import { mulDiv } from '../kernel/mulDiv.js';
import type { PricedLine } from '../pricing/basket.js';

/**
 * What the first `part` pieces or grams of a line cost, of an amount for all `size` of it. Of pieces the larger parts
 * come first; grams are rounded half up. It depends on the sum of all parts alone, so their order cannot matter.
 */
export function netPrice(line: PricedLine, amount: Fen, part: number, size: number): Fen {
  if (part <= 0 || size === 0) return 0;
  if (part >= size) return amount;
  if (line.grams !== undefined) return mulDiv(amount, part, size);
  const each = Math.floor(amount / size);
  return each * part + Math.min(part, amount - each * size);
}
