import type { StoredEvent } from '../../src/commands/eventStore.js';
import type { Counters } from './counters.js';
import type { Path } from './paths.js';
import type { Fate, Sent } from './storeServer.js';

/** What an event says, as far as paths are read off it. */
interface Said {
  readonly late?: boolean;
  readonly lost?: readonly string[];
  readonly coupons?: readonly string[];
  readonly afterCancel?: string;
  readonly total?: number;
  readonly unit?: string;
  readonly source?: { readonly promotion: string };
  readonly terms?: { readonly limits?: Readonly<Record<string, unknown>> };
}

interface Sign {
  readonly type: string;
  readonly path: Path;
  readonly when?: (said: Said) => boolean;
}

/** Events that say which way was gone. */
const SIGNS: readonly Sign[] = [
  { type: 'order-refused', path: 'order refused by the judge' },
  { type: 'order-expired', path: 'order expired' },
  { type: 'order-changed', path: 'order changed' },
  { type: 'hold-resized', path: 'hold made smaller' },
  { type: 'order-change-refused', path: 'order change refused' },
  { type: 'line-repriced', path: 'price set by hand' },
  { type: 'order-retaking', path: 'late payment' },
  { type: 'order-paid', path: 'late payment taken', when: ({ late }) => late === true },
  { type: 'payment-refused', path: 'late payment refused' },
  { type: 'holds-retaken', path: 'hold ended before its payment was confirmed, taken again' },
  { type: 'holds-confirmed', path: 'promise lost, order stands', when: ({ lost = [] }) => lost.length > 0 },
  { type: 'lines-returned', path: 'lines returned' },
  { type: 'lines-returned', path: 'coupon came back', when: ({ coupons = [] }) => coupons.length > 0 },
  { type: 'lines-weighed', path: 'lines weighed' },
  {
    type: 'hold-cancelled',
    path: 'use of a cancelled order is consumed',
    when: ({ afterCancel }) => afterCancel === 'consumed',
  },
];

/** Reads off the appends which rare paths were gone. */
export class PathWatch {
  readonly #conflicts = new Set<string>();
  readonly #sent = new Set<string>();
  readonly #began = new Map<string, string>();
  readonly #paid = new Set<string>();
  /** Every limit a promotion ever had. */
  readonly #limits = new Set<string>();
  readonly #last = new Map<string, { readonly recordedAt: string; readonly sender: string }>();

  constructor(private readonly counters: Counters) {}

  see(sent: Sent, fate: Fate, stored: readonly StoredEvent[]): void {
    const { sender, stream, events } = sent;
    const first = events[0]!.id;
    if (this.#sent.has(first)) this.counters.path('unknown outcome, sent again');
    this.#sent.add(first);
    const who = `${sender} ${stream}`;
    if (fate === 'absorbed') this.counters.path('sent again and absorbed');
    if (fate === 'conflict') {
      this.counters.path('append met a conflict');
      this.#conflicts.add(who);
    }
    if (fate !== 'stored') return;
    if (this.#conflicts.delete(who)) this.counters.path('conflict, then decided again and stored');
    this.#seeTogether(stored);
    this.#seeTime(stored[0]!, sender);
    for (const event of stored) this.#seeOne(event, sender);
  }

  #seeTogether(stored: readonly StoredEvent[]): void {
    const types = stored.map(({ type }) => type);
    const held = types.lastIndexOf('allowance-held');
    const before = (type: string) => types.includes(type) && types.indexOf(type) < held;
    if (before('hold-expired')) this.counters.path('hold expired in the deciding append');
    if (before('allowance-adjusted')) this.counters.path('allowance adjusted in the deciding append');
  }

  // Two processes that agree to the millisecond: the one behind took the time of the stream.
  #seeTime({ stream, recordedAt }: StoredEvent, sender: string): void {
    const last = this.#last.get(stream);
    this.#last.set(stream, { recordedAt, sender });
    if (last?.recordedAt === recordedAt && last.sender !== sender) {
      this.counters.path('decided at the time of the stream, not of a clock behind it');
    }
  }

  #seeLimits(type: string, stream: string, { total, source, terms }: Said): void {
    const limits = Object.values(terms?.limits ?? {});
    for (const limit of limits) this.#limits.add(`${stream.slice(stream.indexOf('.') + 1)} ${limit}`);
    const isLowered = type === 'allowance-adjusted' && !this.#limits.has(`${source?.promotion} ${total}`);
    if (isLowered) this.counters.path('allowance lowered to what is taken');
  }

  #seeOne({ type, stream, data }: StoredEvent, sender: string): void {
    const said: Said = JSON.parse(data);
    for (const sign of SIGNS) if (sign.type === type && (sign.when?.(said) ?? true)) this.counters.path(sign.path);
    this.#seeLimits(type, stream, said);
    if (type === 'order-placing') this.#began.set(stream, sender);
    const isConcluded = type === 'order-placed' || type === 'order-refused';
    if (isConcluded && this.#began.get(stream) !== sender) this.counters.path('order resumed by another process');
    if (type === 'order-paid') this.#paid.add(stream);
    if (type === 'order-cancelled') {
      const wasPaid = this.#paid.has(stream);
      this.counters.path(wasPaid ? 'order cancelled after it was paid' : 'order cancelled before it was paid');
    }
  }
}
