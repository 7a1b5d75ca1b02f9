import type { DomainEvent } from '../kernel/decider.js';
import type { Instant } from '../kernel/instant.js';

/** What is counted: uses of an offer, fen it gives, or pieces or grams it gives them on. */
export const ALLOWANCE_UNITS = ['uses', 'money', 'stock'] as const;
export type AllowanceUnit = (typeof ALLOWANCE_UNITS)[number];

/** How much of something there is, and which revision of a promotion's stream says so. */
export interface AllowanceTerms {
  readonly unit: AllowanceUnit;
  /** Null: no limit over all customers, only those of each. */
  readonly total: number | null;
  /** What one customer may take, in the same unit. */
  readonly perCustomer?: number;
  /** What one customer may take on one calendar day of a zone. */
  readonly perCustomerDay?: { readonly uses: number; readonly zone: string };
  readonly source: { readonly promotion: string; readonly revision: number };
}

/** A part of an allowance taken for an order, or for a checkout of several, until an instant. */
export interface Held {
  /** Names the hold for its order or checkout: what is confirmed, released and cancelled. */
  readonly hold: string;
  readonly amount: number;
  /** The hold stands before this instant and not at it. */
  readonly until: Instant;
  /** The only order that may confirm, release or cancel it; absent: whoever knows the hold. */
  readonly order?: string;
  readonly customer?: string;
  /** The date on the clock of `perCustomerDay`'s zone, `2026-11-22`. */
  readonly day?: string;
}

/** Whether what a cancelled order had used may be used again (coupon policy `afterCancel`). */
export const AFTER_CANCEL = ['reusable', 'consumed'] as const;
export type AfterCancel = (typeof AFTER_CANCEL)[number];

/** Stored for ever: see promotion/events.ts. */
export type AllowanceEvent =
  | DomainEvent<'allowance-opened', AllowanceTerms>
  | DomainEvent<'allowance-adjusted', AllowanceTerms>
  | DomainEvent<'allowance-held', Held>
  /** What an open hold takes from now on. */
  | DomainEvent<'hold-resized', { readonly hold: string; readonly amount: number }>
  | DomainEvent<'hold-confirmed', { readonly hold: string }>
  | DomainEvent<'hold-released', { readonly hold: string }>
  | DomainEvent<'hold-expired', { readonly hold: string }>
  | DomainEvent<'hold-cancelled', { readonly hold: string; readonly afterCancel: AfterCancel }>;
