import { ALLOWANCE_EVENTS } from './allowanceEvents.js';
import { CUSTOMER_EVENTS } from './customerEvents.js';
import { ORDER_EVENTS } from './orderEvents.js';
import { PRODUCT_EVENTS } from './productEvents.js';
import { PROMOTION_EVENTS } from './promotionEvents.js';
import type { PublishedEvent } from './publishedEvent.js';
import { QUOTE_EVENTS } from './quoteEvents.js';
import { SHOP_EVENTS } from './shopEvents.js';

type Published = Readonly<Record<string, PublishedEvent>>;

/** Of the streams of each category, what is published of them: stored type → what others read. */
const BY_CATEGORY: Readonly<Record<string, Published>> = {
  promotion: PROMOTION_EVENTS,
  product: PRODUCT_EVENTS,
  customer: CUSTOMER_EVENTS,
  shop: SHOP_EVENTS,
  quote: QUOTE_EVENTS,
  order: ORDER_EVENTS,
  allowance: ALLOWANCE_EVENTS,
};

/**
 * The allow-list: stored type → what others read of it. A stored type that is not here stays inside; what is here is a
 * contract for ever, and the log's own form may change under it.
 */
export const PUBLISHED_EVENTS: Published = Object.assign({}, ...Object.values(BY_CATEGORY));

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

const COMMON = /^orchard\./;

/**
 * How an event is routed on a bus: `promotion.promotion-published.v1`. Readers bind `promotion.#` for all about
 * promotions, `*.order-paid.*` for one type.
 */
export function publishedKey(category: string, type: string): string {
  return `${category}.${type.replace(COMMON, '')}`;
}

/** Every public event type with its routing key, in the order of names. */
export const PUBLISHED_KEYS: readonly { readonly key: string; readonly event: PublishedEvent }[] = Object.entries(
  BY_CATEGORY,
)
  .flatMap(([category, events]) =>
    Object.values(events).map((event) => ({ key: publishedKey(category, event.type), event })),
  )
  .sort((a, b) => (a.event.type < b.event.type ? -1 : 1));
