import type { Instant } from '../kernel/instant.js';
import type { LocalTime } from '../kernel/localTime.js';
import type { Policies } from './policies.js';

/** Everything pricing takes from outside beside basket and offers: resolved before, recorded in the quote. */
export interface PricingFacts {
  readonly at: Instant;
  /** What the clock of each zone named by a schedule shows at `at`. */
  readonly local: Readonly<Record<string, LocalTime>>;
  readonly policies: Policies;
  /** What is left of an offer's allowances, by offer id; an offer not named is unlimited. */
  readonly remaining?: Readonly<Record<string, Remaining>>;
}

/** What the views know to be left for this customer; placing an order decides. */
export interface Remaining {
  /** Pieces or grams of flash-sale stock. */
  readonly stock?: number;
  readonly uses?: number;
  readonly customerUses?: number;
  readonly budget?: number;
}
