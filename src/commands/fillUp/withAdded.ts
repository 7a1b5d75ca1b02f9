import type { Size } from '../../domain/fillUp/amountToAdd.js';
import type { RequestedLine } from '../../domain/quote/request.js';

/** Lines with so much of a product added: to the line that has it already, or as a line of its own. */
export function withAdded(lines: readonly RequestedLine[], sku: string, add: Size): RequestedLine[] {
  const at = lines.findIndex((line) => line.sku === sku && line.selected !== false && line.pieces === undefined);
  if (at < 0) return [...lines, { id: freeId(lines), sku, ...add }];
  return lines.map((line, index) => (index === at ? enlarged(line, add) : line));
}

function enlarged(line: RequestedLine, add: Size): RequestedLine {
  return 'grams' in add
    ? { ...line, grams: (line.grams ?? 0) + add.grams }
    : { ...line, quantity: (line.quantity ?? 0) + add.quantity };
}

function freeId(lines: readonly RequestedLine[]): string {
  const taken = new Set(lines.map(({ id }) => id));
  let id = 'fill_up';
  for (let number = 2; taken.has(id); number++) id = `fill_up_${number}`;
  return id;
}
