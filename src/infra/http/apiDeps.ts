import type { Role } from '../../commands/context.js';
import type { OrderDeps } from '../../commands/order/orderDeps.js';
import type { PricingView } from '../../commands/pricingView.js';
import type { TermsRules } from '../../commands/promotion/describePromotion.js';
import type { KnownAllowance } from '../../projections/allowances/allowancesInMemory.js';
import type { Projector } from '../../projections/projector.js';
import type { RelayLag } from '../../projections/relayLag.js';
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
}

/** What the HTTP door needs of a running Orchard and its configuration. */
export interface ApiDeps {
  readonly deps: OrderDeps & { readonly view: PricingView & AllowanceView & ViewHealth };
  readonly views: Pick<ViewStore, 'rows' | 'page'>;
  readonly projector: Pick<Projector, 'reached' | 'status'>;
  readonly terms: TermsRules;
  readonly adapters: Readonly<Record<string, string>>;
  /** Where a bus takes commands and gives events, by the names its clients use. */
  readonly exchanges: { readonly commands: string; readonly published: string };
  readonly fault: () => string | null;
  /** What does not go on without keeping it from its callers. */
  readonly troubles: () => readonly string[];
  /** How far the bus is behind the log; null: nothing is relayed. */
  readonly relayLag: () => Promise<RelayLag | null>;
  /** Whether prices are reckoned here; else readiness does not wait for them. */
  readonly prices: boolean;
  /** The address it is bound to: on this machine alone, a caller without a token is the demo principal. */
  readonly host: string;
  readonly tokens: readonly CallerToken[];
  readonly log: ApiLog;
}
