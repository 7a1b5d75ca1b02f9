import { type Position, START } from '../../commands/eventStore.js';
import type { Appointment } from '../../commands/processes/orderAgenda.js';
import { dueOf } from '../../domain/order/due.js';
import { ordersProjection } from '../orders/ordersProjection.js';
import type { ViewStore } from '../viewStore.js';

const PAGE = 1_000;

/** How far the table of orders is: what happened since is followed from the log. */
export async function openOrdersPosition(views: ViewStore): Promise<Position> {
  return (await views.checkpoint(ordersProjection)).position ?? START;
}

/** Every order of which something is due, sooner or later, and when: by its own deadline, as the log has it. */
export async function* openOrders(views: ViewStore): AsyncGenerator<Appointment> {
  for (let after = ''; ; ) {
    const page = await views.scan(ordersProjection, after, PAGE);
    for (const { shop, id, document } of page) {
      const due = dueOf(document);
      if (due) yield { shop, id, at: due.at };
    }
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.stream;
  }
}
