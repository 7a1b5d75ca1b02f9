import type { DomainEvent } from '../kernel/decider.js';
import type { Instant } from '../kernel/instant.js';
import type { Fen } from '../kernel/money.js';

/** That a backtest ran, and what came of it in a line; its report is no fact and is not kept. */
export interface BacktestRun {
  /** SHA-256 of the canonical JSON of the change: terms, ids left out, policies. */
  readonly change: string;
  readonly tested: readonly string[];
  readonly without: readonly string[];
  /** The orders asked for. */
  readonly since: Instant | null;
  readonly until: Instant | null;
  readonly last: number | null;
  /** Up to where the log was read. */
  readonly position: string;
  readonly orders: number;
  readonly changed: number;
  readonly unpriceable: number;
  readonly discountWas: Fen;
  readonly discountWould: Fen;
  readonly payWas: Fen;
  readonly payWould: Fen;
}

/** Stored for ever: see promotion/events.ts. */
export type BacktestEvent = DomainEvent<'backtest-run', BacktestRun>;
