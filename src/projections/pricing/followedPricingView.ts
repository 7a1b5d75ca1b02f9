import type { Position } from '../../commands/eventStore.js';
import type { PricingView } from '../../commands/pricingView.js';
import type { KnownAllowance } from '../allowances/allowancesInMemory.js';
import type { Parked, ViewStore } from '../viewStore.js';

/** A pricing view as the process that keeps it sees it. */
export interface FollowedPricingView extends PricingView {
  /** Takes what there is already; `run` goes on from there. */
  readonly start: (tables: ViewStore) => Promise<void>;
  /** Follows the log until the signal aborts. It stops, and says so, at an event this version does not know. */
  readonly run: (signal: AbortSignal, onBatch?: () => void) => Promise<void>;
  /** The event it cannot pass, if any. */
  readonly waitsAt: () => string | null;
  /** Streams whose rows stand still because an event could not be folded, as in the tables. */
  readonly parked: () => readonly Parked[];
  /** How many paid orders stand on a hold that was lost, over all shops. */
  readonly lostHolds: () => number;
  /** What is known of an allowance, opened or not. */
  readonly allowance: (shop: string, id: string) => Promise<KnownAllowance | undefined>;
  /** Position of the last change of any shop's rules it knows: which snapshot it prices with. */
  readonly rulesVersion: () => Position;
}
