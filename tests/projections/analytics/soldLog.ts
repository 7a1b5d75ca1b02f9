import { comparePositions, type EventStore, type StoredEvent } from '../../../src/commands/eventStore.js';
import type { DomainEvent } from '../../../src/domain/kernel/decider.js';
import { logOf } from '../sampleLog.js';

type Happened = readonly [stream: string, event: DomainEvent];

/** 18:00 and 23:59:59 on 22 November in China, and a second after midnight. */
export const EVENING = '2026-11-22T10:00:00.000Z';
export const BEFORE_MIDNIGHT = '2026-11-22T15:59:59.000Z';
export const AFTER_MIDNIGHT = '2026-11-22T16:00:01.000Z';

const FUJI = { id: '1', sku: 'fuji', grams: 1_000, list: 2_560, floor: 0, pay: 2_060, shares: { spend: 500 } };
const KIWI = { id: '2', sku: 'kiwi', quantity: 3, list: 900, floor: 0, pay: 900, shares: {} };

export function quoted(id: string, customer?: string): Happened {
  const lines = [
    { id: '1', sku: 'fuji', grams: 1_000 },
    { id: '2', sku: 'kiwi', quantity: 3 },
    { id: '3', sku: 'pear', quantity: 1, selected: false },
  ];
  const request = { lines, channel: 'mini-program', ...(customer !== undefined && { customer }) };
  const amounts = {
    list: 3_460,
    discount: 500,
    delivery: 800,
    pay: 3_760,
    lines: [2_060, 900, 0],
    gave: { spend: 500 },
  };
  const facts = { products: {}, promotions: {}, local: {}, policies: {}, rules: {}, ...(customer && { customer: 1 }) };
  const at = '2026-11-22T09:00:00.000Z';
  const data = { at, validUntil: at, currency: 'CNY', request, facts, amounts, result: '' };
  return [`quote-demo.${id}`, { type: 'quote-given', data }];
}

/** Placed, with 300 fen given on delivery by another promotion. */
export function ordered(id: string, quote: string): Happened[] {
  const content = {
    quote,
    lines: [FUJI, KIWI],
    gifts: [],
    delivery: 500,
    pay: 3_460,
    gave: { spend: 500, free_delivery: 300 },
  };
  const stream = `order-demo.${id}`;
  return [
    [stream, { type: 'order-placing', data: { customer: null, ordered: content, holds: [], deadline: EVENING } }],
    [stream, { type: 'order-placed', data: { customer: null } }],
  ];
}

export const paid = (id: string): Happened => [
  `order-demo.${id}`,
  { type: 'order-paid', data: { customer: null, payment: 'p', pay: 3_460, late: false } },
];
export const cancelled = (id: string): Happened => [
  `order-demo.${id}`,
  { type: 'order-cancelled', data: { customer: null, reason: '不要了', refund: 0, afterCancel: 'give-back' } },
];

/** Gold from its second event on. */
export const MEMBER: readonly Happened[] = [
  ['customer-demo.c1', { type: 'customer-registered', data: {} }],
  ['customer-demo.c1', { type: 'customer-tier-set', data: { tier: 'gold' } }],
];

/** Events that all happened at an instant. */
export function at(instant: string, ...happened: readonly Happened[]): readonly (readonly [string, Happened])[] {
  return happened.map((one) => [instant, one]);
}

export function soldLog(...when: readonly (readonly (readonly [string, Happened])[])[]): StoredEvent[] {
  const all = when.flat();
  return logOf(...all.map(([, happened]) => happened)).map((event, index) => {
    const instant = all[index]![0];
    // Tiers hold from when the log began.
    const effectiveFrom = event.stream.startsWith('customer-') ? '2026-11-01T00:00:00.000Z' : instant;
    return { ...event, recordedAt: instant, effectiveFrom };
  });
}

/** The log as whoever counts it reads it. */
export function readable(log: readonly StoredEvent[]): EventStore {
  const reads: Pick<EventStore, 'readAll' | 'readStream' | 'head'> = {
    readAll: async (after, limit) =>
      log.filter(({ position }) => comparePositions(position, after) > 0).slice(0, limit),
    readStream: async (stream, { from = 0, limit = 1_000 } = {}) =>
      log.filter((event) => event.stream === stream && event.revision >= from).slice(0, limit),
    head: async () => log.at(-1)?.position ?? '0',
  };
  return reads as EventStore;
}
