import type { Fen } from '../kernel/money.js';
import type { Schedule } from '../kernel/schedule.js';
import type { Channel, OrderMode } from './basket.js';
import type { Limits } from './limits.js';

/** Which goods an offer counts and discounts. Exclusions win. */
export interface Scope {
  /** Exactly one of the three; `store: true` is every line. */
  readonly store?: true;
  readonly categories?: readonly string[];
  readonly skus?: readonly string[];
  readonly except?: {
    readonly categories?: readonly string[];
    readonly skus?: readonly string[];
    readonly tags?: readonly string[];
  };
}

/** Conditions measured over the lines in scope; all must hold. */
export interface Conditions {
  /** At least this much, in fen. */
  readonly minAmount?: Fen;
  /** More than this, in fen. */
  readonly amountOver?: Fen;
  readonly minQuantity?: number;
  readonly minGrams?: number;
}

/** Who may have it; all that is present must hold. */
export interface Audience {
  readonly tiers?: readonly string[];
  readonly newCustomer?: boolean;
  readonly orderNumber?: number;
  readonly segments?: readonly string[];
}

export const LEVELS = ['order', 'line', 'unit'] as const;
export type Level = (typeof LEVELS)[number];

/** Where in the calculation an offer acts when its promotion names no lane. */
export const LANES = { unit: 10, items: 20, basket: 30, coupon: 40, points: 50, delivery: 60 } as const;

/** How an offer combines with others. */
export interface Stacking {
  readonly lane?: number;
  readonly priority?: number;
  /** `order`: when it gives, it is the only offer. `line`: it closes the lines it discounted to later offers. */
  readonly exclusive?: 'order' | 'line';
  readonly stopAfter?: boolean;
  readonly group?: string;
}

/** What an operator describes and a promotion carries; in force it is an offer. */
export interface Terms<Benefit = unknown> {
  readonly kind: string;
  readonly benefit: Benefit;
  readonly scope: Scope;
  readonly level?: Level;
  readonly when?: Conditions;
  readonly audience?: Audience;
  readonly channels?: readonly Channel[];
  readonly orderModes?: readonly OrderMode[];
  readonly schedule?: Schedule;
  readonly stacking?: Stacking;
  /** Most money it gives, over all lines. */
  readonly cap?: Fen;
  /** Applies only when the customer chose it. */
  readonly coupon?: boolean;
  readonly alsoGives?: { readonly points: number };
  readonly limits?: Limits;
}

/** Terms in force under an id, with the version of the kind's calculation that prices it. */
export interface Offer extends Terms {
  readonly id: string;
  readonly ruleVersion: number;
}
