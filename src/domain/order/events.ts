import type { AfterCancel } from '../allowance/events.js';
import type { Take } from '../allowance/takes.js';
import type { DomainEvent } from '../kernel/decider.js';
import type { Instant } from '../kernel/instant.js';
import type { Fen } from '../kernel/money.js';
import type { RejectionFacts } from '../kernel/rejection.js';
import type { Grams } from '../kernel/weight.js';
import type { RETURN_POLICIES } from '../pricing/policies.js';
import type { Gift } from '../pricing/quote.js';
import type { Settlement } from '../refund/settle.js';

/** A line as the quote promised it, with its share of every offer: what split shipments and invoices need. */
export interface OrderedLine {
  readonly id: string;
  readonly sku: string;
  readonly quantity?: number;
  readonly grams?: Grams;
  readonly list: Fen;
  readonly floor: Fen;
  readonly pay: Fen;
  readonly shares: Readonly<Record<string, Fen>>;
}

/** What a quote promised, as the order holds it. */
export interface Ordered {
  readonly quote: string;
  readonly lines: readonly OrderedLine[];
  readonly gifts: readonly Gift[];
  readonly delivery: Fen;
  /** Lines and delivery. */
  readonly pay: Fen;
  /** Given by each offer that applied, on goods and delivery. */
  readonly gave: Readonly<Record<string, Fen>>;
}

/** A part of an allowance the order takes, and the id it holds it under. */
export interface OrderHold extends Take {
  readonly hold: string;
}

/** Why a promise did not hold: the code and facts of whoever judged it. */
export interface Refusal {
  readonly code: string;
  readonly promotion?: string;
  readonly allowance?: string;
  readonly facts: RejectionFacts;
}

export interface ReturnedLine {
  readonly line: string;
  readonly quantity?: number;
  readonly grams?: Grams;
  /** Its price after its shares of every discount. */
  readonly paid: Fen;
}

export interface ReturnedGift {
  readonly promotion: string;
  readonly quantity?: number;
  readonly grams?: Grams;
}

/** Stored for ever: see promotion/events.ts. */
export type OrderEvent =
  | DomainEvent<
      'order-placing',
      {
        readonly customer: string | null;
        readonly ordered: Ordered;
        readonly holds: readonly OrderHold[];
        readonly deadline: Instant;
      }
    >
  | DomainEvent<'order-placed', { readonly customer: string | null }>
  | DomainEvent<'order-refused', Refusal>
  /**
   * `takes`, `drops` and `shrinks` are the difference in holds, the last with the amount they keep; the old promise
   * stands until it is changed. Version 1 knew no `shrinks`: it took a smaller hold and dropped the larger.
   */
  | DomainEvent<
      'order-changing',
      {
        readonly ordered: Ordered;
        readonly takes: readonly OrderHold[];
        readonly drops: readonly OrderHold[];
        readonly shrinks?: readonly OrderHold[];
      }
    >
  /** `unswapped`: allowances whose larger hold stayed for want of a smaller; none since holds shrink. */
  | DomainEvent<'order-changed', { readonly unswapped: readonly string[] }>
  | DomainEvent<'order-change-refused', Refusal>
  | DomainEvent<'line-repriced', { readonly line: string; readonly pay: Fen; readonly reason: string }>
  | DomainEvent<
      'order-paid',
      {
        readonly customer: string | null;
        readonly payment: string | null;
        readonly pay: Fen /** After it had expired. */;
        readonly late: boolean;
      }
    >
  | DomainEvent<
      'order-cancelled',
      {
        readonly customer: string | null;
        readonly reason: string;
        readonly refund: Fen;
        readonly afterCancel: AfterCancel;
      }
    >
  | DomainEvent<'order-expired', { readonly customer: string | null }>
  /** A payment came after the order had expired: everything it held is taken again, under a new id. */
  | DomainEvent<'order-retaking', { readonly payment: string | null; readonly hold: string; readonly until: Instant }>
  | DomainEvent<'payment-refused', Refusal & { readonly payment: string | null }>
  | DomainEvent<
      'lines-returned',
      Settlement & {
        readonly return: string;
        readonly lines: readonly ReturnedLine[];
        readonly gifts: readonly ReturnedGift[];
        readonly policy: (typeof RETURN_POLICIES)[number];
        /** Coupons that come back. */
        readonly coupons: readonly string[];
      }
    >
  | DomainEvent<
      'lines-weighed',
      Settlement & { readonly lines: readonly { readonly line: string; readonly grams: Grams }[] }
    >
  /** Its quote was corrected: `due` is what it would have cost, `amount` what is paid back of the difference. */
  | DomainEvent<
      'order-compensated',
      {
        readonly customer: string | null;
        readonly quote: string;
        readonly pay: Fen;
        readonly due: Fen;
        readonly amount: Fen;
        readonly reason: string;
      }
    >
  /**
   * Holds had ended before they were confirmed: they are taken again under other ids, to be confirmed.
   * `lost`: those of which nothing was left to take again.
   */
  | DomainEvent<'holds-retaken', { readonly holds: readonly OrderHold[]; readonly lost: readonly string[] }>
  /** `lost`: all promises that could not be kept. */
  | DomainEvent<'holds-confirmed', { readonly holds: readonly OrderHold[]; readonly lost: readonly string[] }>
  | DomainEvent<'holds-released', { readonly holds: readonly string[] }>;
