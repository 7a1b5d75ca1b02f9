import type { Position } from '../../commands/eventStore.js';
import type { Checkpoint, Parked } from '../viewStore.js';
import type { Dimension, Grain, Sums } from './measures.js';

/** Of the table and of what is counted: another version is folded again from the log. */
export const ANALYTICS = { name: 'analytics', version: 1 } as const;

/** An hour or a day on the clock of the shop: `2026-11-22T18`, `2026-11-22`. */
export type Period = string;

export interface Bucket {
  readonly shop: string;
  readonly by: Dimension;
  readonly per: Grain;
  readonly period: Period;
  /** Of a promotion its id, of a product its SKU, the tier, the channel; empty: none. */
  readonly subject: string;
}

export interface Tally extends Bucket {
  readonly sums: Sums;
}

/** What a stretch of the log adds. */
export interface Addition {
  readonly before: Checkpoint;
  readonly to: Position;
  readonly parked: readonly Parked[];
  /** Each bucket once. */
  readonly tallies: readonly Tally[];
}

export interface AnalyticsQuery extends Pick<Bucket, 'shop' | 'by' | 'per'> {
  /** The first period, and the first no more; days bound hours too. */
  readonly from?: Period;
  readonly to?: Period;
  readonly after?: Pick<Bucket, 'period' | 'subject'>;
  readonly limit: number;
}

/** Sums in a table; disposable. Adapter: SQL. */
export interface AnalyticsStore {
  /** Empties the table when it is missing, of another version or ahead of the log. */
  open(head: () => Promise<Position>): Promise<Checkpoint>;
  checkpoint(): Promise<Checkpoint>;
  /** Adds and moves the checkpoint in one transaction. @throws StepRefused when that stands elsewhere. */
  add(addition: Addition): Promise<void>;
  reset(): Promise<void>;
  /** In the order of periods, then of subjects. */
  find(query: AnalyticsQuery): Promise<readonly Tally[]>;
  /** Every record as canonical JSON, sorted. */
  dump(): Promise<readonly string[]>;
}
