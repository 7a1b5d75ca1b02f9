import { customerAggregate } from '../../domain/customer/stream.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { streamParts } from '../../domain/kernel/stream.js';
import { productAggregate } from '../../domain/product/stream.js';
import { promotionAggregate } from '../../domain/promotion/stream.js';
import { shopAggregate } from '../../domain/shop/stream.js';
import { lastWithin } from '../asOf/lastWithin.js';
import { comparePositions, type EventStore, type Position, START, type StoredEvent } from '../eventStore.js';

/** The store lets others have a turn after each. */
const PAGE = 512;

/** What is corrected, by the category of its stream. */
const SUBJECTS: Readonly<Record<string, 'promotion' | 'product' | 'customer' | 'policies'>> = {
  [promotionAggregate.category]: 'promotion',
  [productAggregate.category]: 'product',
  [customerAggregate.category]: 'customer',
  [shopAggregate.category]: 'policies',
};

/** A fact that was recorded after it began to hold: prices between are not what they would have been. */
export interface BackdatedFact {
  readonly subject: 'promotion' | 'product' | 'customer' | 'policies';
  readonly id: string;
  readonly type: string;
  readonly effectiveFrom: Instant;
  readonly recordedAt: Instant;
  readonly position: Position;
  readonly by: string;
}

export interface FactsAsked {
  readonly shop: string;
  /** Recorded then or later. */
  readonly since: Instant;
  /** Only what was said of this promotion, or of this product. */
  readonly promotion?: string | undefined;
  readonly sku?: string | undefined;
}

/** The back-dated facts of a shop up to a head, in the order of the log. */
export async function backdatedFacts(store: EventStore, asked: FactsAsked, head: Position): Promise<BackdatedFact[]> {
  const before = await lastWithin(store, ({ recordedAt }) => recordedAt < asked.since);
  const facts: BackdatedFact[] = [];
  for (let after = before?.position ?? START; ; ) {
    const page = await store.readAll(after, PAGE);
    for (const event of page) {
      if (comparePositions(event.position, head) > 0) return facts;
      const fact = isBackdated(event, asked) && factOf(event);
      if (fact && isAsked(fact, asked)) facts.push(fact);
    }
    if (page.length < PAGE) return facts;
    after = page.at(-1)!.position;
  }
}

function isBackdated({ shop, effectiveFrom, recordedAt }: StoredEvent, asked: FactsAsked): boolean {
  return effectiveFrom < recordedAt && shop === asked.shop && recordedAt >= asked.since;
}

function factOf({ stream, type, effectiveFrom, recordedAt, position, actor }: StoredEvent): BackdatedFact | undefined {
  const { category, id } = streamParts(stream);
  const subject = SUBJECTS[category];
  return subject && { subject, id, type, effectiveFrom, recordedAt, position, by: actor.principal };
}

function isAsked({ subject, id }: BackdatedFact, { promotion, sku }: FactsAsked): boolean {
  if (promotion === undefined && sku === undefined) return true;
  return (subject === 'promotion' && id === promotion) || (subject === 'product' && id === sku);
}
