import type { StoredEvent } from '../../../src/commands/eventStore.js';
import { streamParts } from '../../../src/domain/kernel/stream.js';
import { Violation } from '../violation.js';
import type { Invariant } from './invariant.js';

const NAME = 'orders live one life';

/** From which status each event may come, and to which it leads; null: as it was. */
const STEPS: Readonly<Record<string, { readonly from: readonly string[]; readonly to: string | null }>> = {
  'order-placing': { from: ['new'], to: 'placing' },
  'order-placed': { from: ['placing'], to: 'placed' },
  'order-refused': { from: ['placing'], to: 'refused' },
  'order-changing': { from: ['placed'], to: 'changing' },
  'order-changed': { from: ['changing'], to: 'placed' },
  'order-change-refused': { from: ['changing'], to: 'placed' },
  'line-repriced': { from: ['placed'], to: null },
  'order-paid': { from: ['placed', 'expired', 'retaking'], to: 'paid' },
  'order-cancelled': { from: ['placed', 'changing', 'paid'], to: 'cancelled' },
  'order-expired': { from: ['placed', 'changing'], to: 'expired' },
  'order-retaking': { from: ['expired'], to: 'retaking' },
  'payment-refused': { from: ['retaking'], to: 'expired' },
  'lines-returned': { from: ['paid'], to: null },
  'lines-weighed': { from: ['paid'], to: null },
  'order-compensated': { from: ['paid'], to: null },
  'holds-retaken': { from: ['paid'], to: null },
  'holds-confirmed': { from: ['paid'], to: null },
  'holds-released': { from: ['placed', 'refused', 'cancelled', 'expired', 'retaking', 'paid', 'changing'], to: null },
};

/** Paid or expired, never both; on time or late, by the order's own clock; each quote is one order's. */
export class OrderLife implements Invariant {
  readonly #orders = new Map<string, { status: string; deadline: string }>();
  readonly #quotes = new Map<string, string>();

  stored({ stream, type, data, recordedAt }: StoredEvent): void {
    const { category, id } = streamParts(stream);
    const said = category === 'order' || type === 'quote-taken' ? JSON.parse(data) : {};
    if (type === 'quote-taken') this.#quotes.set(id, said.order);
    if (category !== 'order') return;
    const order = this.#orders.get(id) ?? { status: 'new', deadline: said.deadline };
    this.#orders.set(id, order);
    const step = STEPS[type];
    if (!step?.from.includes(order.status)) throw new Violation(NAME, `${type} of ${id}, which is ${order.status}`);
    if (step.to) order.status = step.to;
    const isInTime = recordedAt < order.deadline;
    const mustBeInTime = type === 'order-placed' || type === 'order-changing' || (type === 'order-paid' && !said.late);
    const mustBeLate = type === 'order-expired' || type === 'order-retaking' || (type === 'order-paid' && said.late);
    if ((mustBeInTime && !isInTime) || (mustBeLate && isInTime)) {
      throw new Violation(NAME, `${type} of ${id} at ${recordedAt}, whose time ends at ${order.deadline}`);
    }
  }
}
