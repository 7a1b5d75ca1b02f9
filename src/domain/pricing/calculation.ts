import type { Fen } from '../kernel/money.js';
import type { RejectionFacts } from '../kernel/rejection.js';
import type { Buyer } from './basket.js';
import type { Remaining } from './facts.js';
import type { Level } from './offer.js';
import type { Policies } from './policies.js';
import type { Line } from './purchase.js';
import type { AppliedOffer, Reason, Shortfall } from './quote.js';

/** The lines an offer acts on now, in line order, and what they cost now. */
export interface Goods {
  /** In scope, not closed by an earlier offer, and not won by a rival where each line has its own pick. */
  readonly lines: readonly Line[];
  /** The same with the lines that a rival won: conditions and thresholds count the whole scope. */
  readonly counted: readonly Line[];
  /** In the second scope of kinds that have one: what may be given. Else the same lines. */
  readonly giftLines: readonly Line[];
  /** Running price of each line of the purchase, by `line.at`. */
  readonly prices: readonly Fen[];
}

/** What a calculation may know beside the goods. */
export interface Setting {
  readonly level: Level;
  readonly policies: Policies;
  readonly buyer: Buyer;
  readonly remaining: Remaining | undefined;
  readonly cap: Fen | undefined;
  /** Delivery fee not yet waived. */
  readonly delivery: Fen;
}

/** Facts are asked for only when an offer is explained: the search prices many sets nobody will see. */
export type Explain<T> = () => T;

/** Nothing, and why. */
export interface Nothing {
  readonly gives: 'nothing';
  readonly reason: Reason;
  readonly shortfall?: Shortfall;
  readonly facts: Explain<RejectionFacts>;
}

/** What is told of an offer, if anybody asks. */
export interface Explained {
  readonly facts: Explain<RejectionFacts>;
  readonly nextRung?: Explain<AppliedOffer['nextRung']>;
}

/** One amount over all lines, to be shared by running price. */
export interface Sum extends Explained {
  readonly gives: 'sum';
  readonly amount: Fen;
  /** Points of the customer that it takes. */
  readonly points?: number;
}

/** An amount for each line; what a line has no room for is lost. `sizes` tells the pieces or grams that are gifts. */
export interface Parts extends Explained {
  readonly gives: 'parts';
  readonly lines: readonly Line[];
  readonly amounts: readonly Fen[];
  readonly gifts?: readonly GiftPart[];
}

export interface GiftPart {
  readonly line: Line;
  readonly quantity?: number;
  readonly grams?: number;
}

/** A product added to the basket, free; `value` is what the promotion says it is worth. */
export interface Added extends Explained {
  readonly gives: 'added';
  readonly sku: string;
  readonly quantity?: number;
  readonly grams?: number;
  readonly value?: Fen;
}

/** Delivery waived. */
export interface Delivery extends Explained {
  readonly gives: 'delivery';
  readonly amount: Fen;
}

export type Yield = Nothing | Sum | Parts | Added | Delivery;

/** One released version of how a kind reckons. Released, it never changes its results: a change is a new version. */
export interface Calculation<Benefit = unknown> {
  readonly calculate: (benefit: Benefit, goods: Goods, setting: Setting) => Yield;
  /**
   * The most it can discount, whatever other offers do to prices from here on (they only fall, and lines only close).
   * Needed where less can give more: greedy ladders, choices of pieces. Absent, or undefined for these goods: what it
   * gives now is the most.
   */
  readonly atMost?: (benefit: Benefit, goods: Goods, setting: Setting) => Bound | undefined;
}

/** Never less than what an offer gives: off the goods, and in stated value of added gifts. */
export interface Bound {
  readonly discount: Fen;
  readonly gifts: Fen;
}

/** Sum of the running prices, or of list prices when that is the base. */
export function amountOf(goods: Goods, base: 'running' | 'original'): Fen {
  let amount = 0;
  for (const line of goods.counted) amount += base === 'original' ? line.list : goods.prices[line.at]!;
  return amount;
}

export function piecesOf(goods: Pick<Goods, 'lines'>): number {
  let pieces = 0;
  for (const line of goods.lines) pieces += line.pieces;
  return pieces;
}
