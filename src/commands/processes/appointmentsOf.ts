import { type Instant, plusMillis } from '../../domain/kernel/instant.js';
import { streamParts } from '../../domain/kernel/stream.js';
import { RESUME_MILLIS } from '../../domain/order/constants.js';
import type { OrderEvent } from '../../domain/order/events.js';
import { orderAggregate } from '../../domain/order/stream.js';
import type { StoredEvent } from '../eventStore.js';
import { decode } from '../storedEvents.js';
import type { Appointment } from './orderAgenda.js';

/**
 * What follows an event of an order, and when somebody should see to it:
 *
 * - whenOrderPlacingStopsFinishPlacing, whenOrderExpires: its placing, if nobody finishes it, and its deadline
 * - whenOrderChangingStopsFinishChanging, whenOrderRetakingStopsFinishRetaking
 * - whenOrderPaidConfirmHolds
 * - whenOrderRefusedReleaseHolds, whenOrderCancelledReleaseHolds, whenOrderExpiredReleaseHolds, …
 *
 * What there really is to do is read off the order (domain/order/due) when its time has come.
 */
export function appointmentsOf(stored: StoredEvent): readonly Appointment[] {
  if (!stored.stream.startsWith(`${orderAggregate.category}-`)) return [];
  const { shop, id } = streamParts(stored.stream);
  return instantsOf(decode<OrderEvent>(stored)).map((at) => ({ shop, id, at }));
}

function instantsOf(event: ReturnType<typeof decode<OrderEvent>>): readonly Instant[] {
  const now = event.recordedAt;
  switch (event.type) {
    case 'order-placing':
      return [plusMillis(now, RESUME_MILLIS)];
    case 'order-changing':
    case 'order-retaking':
      return [plusMillis(now, RESUME_MILLIS)];
    case 'order-placed':
    case 'order-paid':
    case 'order-refused':
    case 'order-changed':
    case 'order-change-refused':
    case 'order-cancelled':
    case 'order-expired':
    case 'payment-refused':
    case 'lines-returned':
    case 'holds-retaken':
      return [now];
    case 'line-repriced':
    case 'lines-weighed':
    case 'order-compensated':
    case 'holds-confirmed':
    case 'holds-released':
      return [];
  }
}
