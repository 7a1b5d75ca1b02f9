import type { StoredEvent } from '../../../src/commands/eventStore.js';
import { Violation } from '../violation.js';
import type { Invariant } from './invariant.js';

/** Who may cause what, written down once more, by the first word of the event's stream. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  product: ['operator'],
  promotion: ['operator'],
  customer: ['operator', 'order-service'],
  shop: ['operator'],
  quote: ['operator', 'order-service'],
  order: ['operator', 'order-service'],
  allowance: ['order-service'],
};

/** I14: every effect's actor held the right to it. */
export class ActorsHeldTheRight implements Invariant {
  stored({ stream, type, actor }: StoredEvent): void {
    const may = type === 'line-repriced' ? ['operator'] : (MAY[stream.slice(0, stream.indexOf('-'))] ?? []);
    if (!may.includes(actor.role)) throw new Violation('I14 actors held the right', `${actor.role} caused ${type}`);
  }
}
