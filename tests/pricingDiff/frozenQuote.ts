import type { EventToAppend } from '../../src/commands/eventStore.js';
import { encode } from '../../src/commands/storedEvents.js';
import type { DomainEvent } from '../../src/domain/kernel/decider.js';
import { type StreamName, streamName } from '../../src/domain/kernel/stream.js';
import type { PromotionTerms } from '../../src/domain/promotion/events.js';
import type { QuoteGiven } from '../../src/domain/quote/events.js';
import type { MemoryEventStore } from '../../src/infra/memory/memoryEventStore.js';

/** A quote as it was recorded once, with all it was reckoned from: a shop of its own. */
export interface FrozenQuote {
  readonly id: string;
  readonly products: Readonly<Record<string, readonly DomainEvent[]>>;
  readonly tier?: string;
  readonly promotions: Readonly<Record<string, PromotionTerms>>;
  readonly given: QuoteGiven;
}

/** Before any quote: facts hold from then. */
export const BEGAN = '2000-01-01T00:00:00.000Z';
export const CUSTOMER = 'c1';

/** Appends the facts of a frozen quote to a log, under its own shop. */
export async function writeFacts(store: MemoryEventStore, frozen: Omit<FrozenQuote, 'given'>): Promise<void> {
  const { id, products, tier, promotions } = frozen;
  for (const [sku, events] of Object.entries(products)) await write(store, id, 'product', sku, events);
  for (const [promotion, terms] of Object.entries(promotions)) {
    await write(store, id, 'promotion', promotion, [
      { type: 'promotion-drafted', data: { terms } },
      { type: 'promotion-published', data: { reason: '试' } },
    ]);
  }
  if (tier === undefined) return;
  await write(store, id, 'customer', CUSTOMER, [
    { type: 'customer-registered', data: {} },
    { type: 'customer-tier-set', data: { tier } },
  ]);
}

/** Appends the quote itself. */
export async function writeQuote(store: MemoryEventStore, { id, given }: FrozenQuote): Promise<StreamName> {
  return write(store, id, 'quote', id, [{ type: 'quote-given', data: given }], given.at);
}

let events = 0;

async function write(
  store: MemoryEventStore,
  shop: string,
  category: string,
  id: string,
  decided: readonly DomainEvent[],
  at = BEGAN,
): Promise<StreamName> {
  const stream = streamName(category, shop, id);
  const toAppend = decided.map((event): EventToAppend => {
    events++;
    return {
      id: `frozen-${events}`,
      ...encode(event),
      shop,
      recordedAt: at,
      effectiveFrom: at,
      actor: { principal: 'frozen', role: 'admin' },
      commandId: `frozen-${events}`,
      requestHash: '',
      correlation: 'frozen',
    };
  });
  await store.append(stream, 'none', toAppend);
  return stream;
}
