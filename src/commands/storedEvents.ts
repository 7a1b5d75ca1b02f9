import { canonicalJson } from '../domain/kernel/canonicalJson.js';
import type { DomainEvent, Recorded } from '../domain/kernel/decider.js';
import type { FoldedEvent, StoredEvent } from './eventStore.js';

/** Makes data of version n into data of version n + 1: pure and total. */
export type Upcaster = (data: unknown) => unknown;

export interface StoredType {
  /** The version written now. */
  readonly version: number;
  /** By the version they take. */
  readonly upcasters: Readonly<Record<number, Upcaster>>;
}

const first: StoredType = { version: 1, upcasters: {} };
/** A second version that says more than the first, and nothing of it otherwise. */
const saysMore: StoredType = { version: 2, upcasters: { 1: (data) => data } };

/**
 * Every event type ever stored. Names and versions are contracts for ever: an entry is never removed, its meaning never
 * changes; a new version comes with an upcaster from the one before and a frozen sample in tests/samples.
 */
export const STORED_EVENTS: Readonly<Record<string, StoredType>> = {
  'promotion-drafted': first,
  'promotion-revised': first,
  'promotion-published': first,
  'promotion-paused': first,
  'promotion-resumed': first,
  'promotion-ended': first,
  'promotion-stopped': first,
  'product-listed': first,
  'product-renamed': first,
  'product-repriced': first,
  'product-floor-set': first,
  'product-categorised': first,
  'product-delisted': first,
  'customer-registered': first,
  'customer-tier-set': first,
  'shop-policies-set': first,
  'quote-given': saysMore,
  'quote-taken': first,
  'allowance-opened': first,
  'allowance-adjusted': first,
  'allowance-held': first,
  'hold-resized': first,
  'hold-confirmed': first,
  'hold-released': first,
  'hold-expired': first,
  'hold-cancelled': first,
  'order-placing': first,
  'order-placed': first,
  'order-refused': first,
  'order-changing': saysMore,
  'order-changed': first,
  'order-change-refused': first,
  'line-repriced': first,
  'order-paid': first,
  'order-cancelled': first,
  'order-expired': first,
  'order-retaking': first,
  'payment-refused': first,
  'lines-returned': first,
  'lines-weighed': first,
  'order-compensated': first,
  'holds-retaken': first,
  'holds-confirmed': first,
  'holds-released': first,
  'backtest-run': first,
  'log-exported': first,
};

/** An event this version does not know: it was written by a newer one. */
export class UnknownEvent extends Error {
  override readonly name = 'UnknownEvent';

  constructor(readonly stored: Pick<StoredEvent, 'type' | 'schemaVersion' | 'stream' | 'position'>) {
    super(
      `${stored.stream} holds ${stored.type} version ${stored.schemaVersion} at position ${stored.position}, ` +
        'which this version of Orchard does not know: run the version that wrote it, or a newer one.',
    );
  }
}

// Not types[name]: every object has a `constructor`.
function typeIn(types: typeof STORED_EVENTS, name: string): StoredType | undefined {
  return Object.hasOwn(types, name) ? types[name] : undefined;
}

/** The stored form of an event's data. @throws TypeError for a type that is not in STORED_EVENTS. */
export function encode(
  event: DomainEvent,
  types = STORED_EVENTS,
): Pick<StoredEvent, 'type' | 'schemaVersion' | 'data'> {
  const stored = typeIn(types, event.type);
  if (!stored) throw new TypeError(`${event.type} has no entry in STORED_EVENTS`);
  return { type: event.type, schemaVersion: stored.version, data: canonicalJson(event.data) };
}

/** Whether this version can read it. */
export function isKnown({ type, schemaVersion }: Pick<StoredEvent, 'type' | 'schemaVersion'>): boolean {
  const known = typeIn(STORED_EVENTS, type);
  return known !== undefined && schemaVersion <= known.version;
}

/** The event as the domain knows it today. @throws UnknownEvent */
export function decode<Event extends DomainEvent>(stored: FoldedEvent, types = STORED_EVENTS): Recorded<Event> {
  const type = typeIn(types, stored.type);
  if (!type || stored.schemaVersion > type.version) throw new UnknownEvent(stored);
  let data: unknown = JSON.parse(stored.data);
  for (let version = stored.schemaVersion; version < type.version; version++) data = type.upcasters[version]!(data);
  const { revision, recordedAt, effectiveFrom } = stored;
  return { type: stored.type, data, revision, recordedAt, effectiveFrom } as Recorded<Event>;
}
