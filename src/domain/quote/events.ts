import type { DomainEvent } from '../kernel/decider.js';
import type { Instant } from '../kernel/instant.js';
import type { LocalTime } from '../kernel/localTime.js';
import type { Fen } from '../kernel/money.js';
import type { Remaining } from '../pricing/facts.js';
import type { Policies } from '../pricing/policies.js';
import type { QuoteRequest } from './request.js';

/** Facts a quote was reckoned from: revisions of streams as they were known, and what was resolved. */
export interface QuoteFacts {
  readonly products: Readonly<Record<string, number>>;
  readonly promotions: Readonly<Record<string, number>>;
  readonly customer?: number;
  /** Orders of the customer so far, as the view counted them; absent when the request says. */
  readonly orders?: { readonly placed: number; readonly cancelled: number };
  /** What was left of the limited offers that touched the basket. */
  readonly remaining?: Readonly<Record<string, Remaining>>;
  readonly local: Readonly<Record<string, LocalTime>>;
  readonly policies: Partial<Policies>;
  /** Version of each kind's calculation that was used. */
  readonly rules: Readonly<Record<string, number>>;
}

export interface QuoteAmounts {
  readonly list: Fen;
  readonly discount: Fen;
  readonly delivery: Fen;
  readonly pay: Fen;
  /** To pay for each line, in the order of the request. */
  readonly lines: readonly Fen[];
  /** Given by each offer that applied, on goods and delivery. */
  readonly gave: Readonly<Record<string, Fen>>;
}

/** Everything else of a quote comes back by pricing again (DESIGN §4, explained); `result` is the hash to hold it against. */
export interface QuoteGiven {
  readonly at: Instant;
  readonly validUntil: Instant;
  readonly currency: string;
  readonly request: QuoteRequest;
  readonly facts: QuoteFacts;
  readonly amounts: QuoteAmounts;
  /** SHA-256 of the canonical JSON of the whole result, hex. */
  readonly result: string;
}

/** Stored for ever: see promotion/events.ts. */
export type QuoteEvent =
  | DomainEvent<'quote-given', QuoteGiven>
  /** An order pins it: no other order may. */
  | DomainEvent<'quote-taken', { readonly order: string }>;
