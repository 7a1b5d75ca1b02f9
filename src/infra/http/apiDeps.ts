import type { Role } from '../../commands/context.js';
import type { Position } from '../../commands/eventStore.js';
import type { OrderDeps } from '../../commands/order/orderDeps.js';
import type { PricingView } from '../../commands/pricingView.js';
import type { TermsRules } from '../../commands/promotion/describePromotion.js';
import type { KnownAllowance } from '../../projections/allowances/allowancesInMemory.js';
import type { AnalyticsStore } from '../../projections/analytics/analyticsStore.js';
import type { PricingProcess } from '../../projections/pricing/rollCall.js';
import type { Projector } from '../../projections/projector.js';
import type { RelayLag } from '../../projections/relayLag.js';
import type { Search } from '../../projections/search/search.js';
import type { ViewStore } from '../../projections/viewStore.js';

/** A caller's secret and who it makes them. */
export interface CallerToken {
  readonly token: string;
  readonly principal: string;
  readonly role: Role;
  readonly shop: string;
}

/** Where the door writes what its operators should know. */
export interface ApiLog {
  readonly info: (facts: Readonly<Record<string, unknown>>, message: string) => void;
  readonly error: (facts: Readonly<Record<string, unknown>>, message: string) => void;
}

/** Allowances as they are followed. */
export interface AllowanceView {
  readonly allowance: (shop: string, id: string) => Promise<KnownAllowance | undefined>;
}

/** What whoever watches a process asks of its view. */
export interface ViewHealth {
  /** The event it cannot pass with this version of Orchard. */
  readonly waitsAt: () => string | null;
  /** How many paid orders stand on a hold that was lost. */
  readonly lostHolds: () => number;
  /** Position of the last change of rules it prices with. */
  readonly rulesVersion: () => Position;
}

/** Pricing views that are shared with other processes, and those others. */
export interface SharedPricingState {
  /** How far the shared views were when they were last seen; null: nothing is shared, or it was never seen. */
  readonly state: () => { readonly position: Position | null; readonly seenAtMillis: number } | null;
  /** Answers of lookups by where they came from. */
  readonly answers: () => ReadonlyMap<string, number>;
  /** Every process that reckons prices; null: this one cannot know. */
  readonly rollCall: () => Promise<readonly PricingProcess[] | null>;
}

/** What is measured, in the form scrapers read. */
export interface ApiMetrics {
  readonly answered: (route: string, status: number, seconds: number) => void;
  readonly text: () => Promise<{ readonly contentType: string; readonly text: string }>;
}

/** What the HTTP door needs of a running Orchard and its configuration. */
export interface ApiDeps {
  readonly deps: OrderDeps & { readonly view: PricingView & AllowanceView & ViewHealth };
  readonly views: Pick<ViewStore, 'rows' | 'page'>;
  readonly projector: Pick<Projector, 'reached' | 'status'>;
  readonly search: Search;
  readonly analytics: Pick<AnalyticsStore, 'find' | 'checkpoint'>;
  readonly terms: TermsRules;
  readonly adapters: Readonly<Record<string, string>>;
  /** Where a bus takes commands and gives events, by the names its clients use. */
  readonly exchanges: { readonly commands: string; readonly published: string };
  readonly fault: () => string | null;
  /** What does not go on without keeping it from its callers. */
  readonly troubles: () => readonly string[];
  /** How far the bus is behind the log; null: nothing is relayed. */
  readonly relayLag: () => Promise<RelayLag | null>;
  readonly shared: SharedPricingState;
  readonly metrics: ApiMetrics;
  /** Whether prices are reckoned here; else readiness does not wait for them. */
  readonly prices: boolean;
  /** The address it is bound to: on this machine alone, a caller without a token is the demo principal. */
  readonly host: string;
  readonly tokens: readonly CallerToken[];
  readonly log: ApiLog;
}
