import type { StoredEvent } from '../../../src/commands/eventStore.js';
import { streamParts } from '../../../src/domain/kernel/stream.js';
import type { Ordered, ReturnedLine } from '../../../src/domain/order/events.js';
import { Violation } from '../violation.js';
import type { Invariant } from './invariant.js';

interface Bought {
  /** Pieces or grams of each line. */
  sizes: ReadonlyMap<string, number>;
  changing: ReadonlyMap<string, number> | null;
  readonly returned: Map<string, number>;
}

/** Of no line more returns than was bought, as ordered or as weighed. */
export class ReturnsFit implements Invariant {
  readonly #orders = new Map<string, Bought>();

  stored({ stream, type, data }: StoredEvent): void {
    const { category, id } = streamParts(stream);
    if (category !== 'order') return;
    const said = JSON.parse(data);
    const order = this.#orders.get(id);
    if (type === 'order-placing') {
      this.#orders.set(id, { sizes: sizesOf(said.ordered), changing: null, returned: new Map() });
    } else if (type === 'order-changing') order!.changing = sizesOf(said.ordered);
    else if (type === 'order-changed') order!.sizes = order!.changing!;
    else if (type === 'lines-weighed') {
      const weighed = (said.lines as { line: string; grams: number }[]).map(
        ({ line, grams }) => [line, grams] as const,
      );
      order!.sizes = new Map([...order!.sizes, ...weighed]);
    } else if (type === 'lines-returned') refuseTooMuch(id, order!, said.lines);
  }
}

function sizesOf({ lines }: Ordered): ReadonlyMap<string, number> {
  return new Map(lines.map(({ id, quantity, grams }) => [id, grams ?? quantity ?? 0]));
}

function refuseTooMuch(id: string, { sizes, returned }: Bought, lines: readonly ReturnedLine[]): void {
  for (const { line, quantity, grams } of lines) {
    const sum = (returned.get(line) ?? 0) + (grams ?? quantity ?? 0);
    returned.set(line, sum);
    const bought = sizes.get(line) ?? 0;
    if (sum > bought)
      throw new Violation('returns fit', `${sum} of line ${line} of ${id} returned, ${bought} were bought`);
  }
}
