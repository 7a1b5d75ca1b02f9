import type { Position } from '../../commands/eventStore.js';
import type { OrderCounts } from '../../commands/pricingView.js';
import type { StreamName } from '../../domain/kernel/stream.js';
import type { Row } from '../projection.js';
import type { Parked } from '../viewStore.js';

/** How far the pricing views are, and which streams they left out because an event could not be folded. */
export interface PricingCheckpoint {
  readonly position: Position;
  readonly parked: readonly Parked[];
}

/** The rules of a shop, as an immutable snapshot: every promotion, drafts too, and the shop's policies. */
export interface ShopRules {
  readonly shop: string;
  /** Position of the event that made it what it is. */
  readonly version: Position;
  readonly rows: readonly Row[];
}

/** What an event changes in how many orders a customer has. */
export interface CountChange {
  /** The customer's stream. */
  readonly customer: StreamName;
  readonly placed: number;
  readonly cancelled: number;
}

/** One step of the pricing views: everything that a stretch of the log changes in them. */
export interface PricingStep {
  /** Where they stood: a step from elsewhere is refused. */
  readonly from: Position;
  readonly to: Position;
  /** Products and customers. */
  readonly rows: readonly Row[];
  readonly counts: readonly CountChange[];
  /** Of the shops whose rules changed. */
  readonly rules: readonly (ShopRules & { readonly replaces: Position | null })[];
  /** Orders that stand on a hold that was lost, and those that do no more (null). */
  readonly lost: readonly (readonly [stream: string, allowances: readonly string[] | null])[];
  readonly parked: readonly Parked[];
}

/** What was asked for. */
export interface LookedUp {
  /** The rows are as they were then, or newer. */
  readonly position: Position;
  /** The counts are as they were exactly then. */
  readonly countedTo: Position;
  /** By stream; those without a row are missing. */
  readonly rows: ReadonlyMap<string, Row>;
  /** By the customer's stream; nobody is missing. */
  readonly counts: ReadonlyMap<string, OrderCounts>;
}

/** What an api begins with. */
export interface PricingStart {
  readonly position: Position;
  readonly rules: readonly ShopRules[];
  readonly lost: ReadonlyMap<string, readonly string[]>;
}

/**
 * What pricing begins with and looks up, shared by processes: rules in force, products, customers, their orders.
 * Disposable: a function of the log alone. Any call may fail, and may find nothing (null) where all was deleted; no
 * answer may rest on it alone. Adapters: memory, Redis.
 */
export interface PricingViews {
  /** Null: never filled, or emptied by others. */
  checkpoint(): Promise<PricingCheckpoint | null>;
  /** Empties them and sets the checkpoint to START. */
  reset(): Promise<void>;
  /** All of a step and its checkpoint at once, or nothing. @throws StepRefused when they stand elsewhere. */
  commit(step: PricingStep): Promise<void>;
  start(): Promise<PricingStart | null>;
  /** Products and customers by their streams, and how many orders customers have, by theirs. */
  lookUp(streams: readonly string[], buyers: readonly string[]): Promise<LookedUp | null>;
  /** Every product of a shop, at that position or further. */
  products(shop: string): Promise<LookedUp | null>;
  /** Every record as canonical JSON lines, sorted: equal views have equal dumps. */
  dump(): Promise<readonly string[]>;
  /**
   * Whether this process is the one to keep them, for the next seconds. It saves work, nothing more: steps of two
   * keepers do no harm.
   */
  lead(holder: string): Promise<boolean>;
}
