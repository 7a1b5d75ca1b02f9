import { ALLOWANCE_EVENTS } from './allowanceEvents.js';
import { CUSTOMER_EVENTS } from './customerEvents.js';
import { ORDER_EVENTS } from './orderEvents.js';
import { PRODUCT_EVENTS } from './productEvents.js';
import { PROMOTION_EVENTS } from './promotionEvents.js';
import type { PublishedEvent } from './publishedEvent.js';
import { QUOTE_EVENTS } from './quoteEvents.js';
import { SHOP_EVENTS } from './shopEvents.js';

/**
 * The allow-list: stored type → what others read of it. A stored type that is not here stays inside; what is here is a
 * contract for ever, and the log's own form may change under it.
 */
export const PUBLISHED_EVENTS: Readonly<Record<string, PublishedEvent>> = {
  ...PROMOTION_EVENTS,
  ...PRODUCT_EVENTS,
  ...CUSTOMER_EVENTS,
  ...SHOP_EVENTS,
  ...QUOTE_EVENTS,
  ...ORDER_EVENTS,
  ...ALLOWANCE_EVENTS,
};

/** What is published of a stored type, if anything. */
export function publishedAs(storedType: string): PublishedEvent | undefined {
  return Object.hasOwn(PUBLISHED_EVENTS, storedType) ? PUBLISHED_EVENTS[storedType] : undefined;
}

/** Every public event type, in the order of names. */
export const PUBLISHED_TYPES: readonly PublishedEvent[] = Object.values(PUBLISHED_EVENTS).sort((a, b) =>
  a.type < b.type ? -1 : 1,
);

/** A public type by its name. */
export function publishedType(type: string): PublishedEvent | undefined {
  return PUBLISHED_TYPES.find((one) => one.type === type);
}
