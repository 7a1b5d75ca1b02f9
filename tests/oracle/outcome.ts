import type { OracleGift, Reason, Shortfall } from './oracleResult.js';

/** A promotion that gives nothing, and why. */
export interface Refusal {
  readonly gives: false;
  readonly reason: Reason;
  readonly shortfall?: Shortfall;
}

/** What a promotion gives on certain prices, after floors, caps and sharing. */
export interface Given {
  readonly gives: true;
  readonly shares: ReadonlyMap<string, bigint>;
  readonly discount: bigint;
  readonly ungiven: bigint;
  readonly delivery: bigint;
  readonly pointsSpent: bigint;
  readonly gifts: readonly OracleGift[];
  readonly nextRung?: Shortfall;
}

export type Outcome = Refusal | Given;

/** What a kind asks for before floors, caps and sharing: one amount for the order, or amounts by line. */
export interface Claim {
  readonly gives: true;
  readonly order?: bigint;
  readonly byLine?: ReadonlyMap<string, bigint>;
  readonly delivery?: bigint;
  readonly pointsSpent?: bigint;
  /** Parts of lines that are to be free; they are told only where the line really gets a discount. */
  readonly freeParts?: readonly FreePart[];
  readonly added?: Omit<OracleGift, 'promotion'>;
  readonly nextRung?: Shortfall;
}

export interface FreePart {
  readonly line: string;
  readonly quantity?: number;
  readonly grams?: number;
}

export function refusal(reason: Reason, shortfall?: Shortfall): Refusal {
  return shortfall === undefined ? { gives: false, reason } : { gives: false, reason, shortfall };
}

/** Missing fen, pieces or grams come out of BigInt arithmetic; the result speaks numbers. */
export function missing(unit: 'amount' | 'quantity' | 'grams', by: bigint): Shortfall {
  return { [unit]: Number(by) };
}
