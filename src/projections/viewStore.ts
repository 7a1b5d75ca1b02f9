import type { Position } from '../commands/eventStore.js';
import type { AnyProjection, Cell, Projection, Row } from './projection.js';

/** A stream whose event could not be folded: its row stands still until the projection is rebuilt. */
export interface Parked {
  readonly stream: string;
  readonly position: Position;
  readonly type: string;
  readonly error: string;
}

/** How far a projection is; stored with its rows, in one transaction. */
export interface Checkpoint {
  readonly version: number;
  readonly position: Position;
  readonly parked: readonly Parked[];
}

/** One step of a projection: rows and checkpoint together. */
export interface Step {
  readonly projection: AnyProjection;
  /** The position it stood at: a step from elsewhere is refused (another projector was faster). */
  readonly from: Position;
  readonly to: Position;
  readonly rows: readonly Row[];
  readonly parked: readonly Parked[];
}

export interface PageQuery {
  readonly shop: string;
  /** Rows after this id. */
  readonly after?: string;
  readonly limit: number;
  /** Columns of the projection's own table that must be equal. */
  readonly where?: Readonly<Record<string, Cell>>;
}

/** Disposable tables. Adapters: SQLite, … */
export interface ViewStore {
  /** Makes the tables if there are none. A checkpoint of another version, or ahead of the log, is reset to START. */
  open(projection: AnyProjection, head: Position): Promise<Checkpoint>;
  checkpoint(projection: AnyProjection): Promise<Checkpoint>;
  /** All steps in one transaction. @throws StepRefused */
  commit(steps: readonly Step[]): Promise<void>;
  /** Empties the tables and sets the checkpoint to START. */
  reset(projection: AnyProjection): Promise<void>;
  rows<D>(projection: Projection<D>, streams: readonly string[]): Promise<ReadonlyMap<string, Row<D>>>;
  /** Rows of a shop in the order of ids. */
  page<D>(projection: Projection<D>, query: PageQuery): Promise<readonly Row<D>[]>;
  /** All rows in the order of streams, after a stream. */
  scan<D>(projection: Projection<D>, afterStream: string, limit: number): Promise<readonly Row<D>[]>;
  /** Every record of every table as canonical JSON lines, sorted: equal views have equal dumps. */
  dump(projection: AnyProjection): Promise<readonly string[]>;
}

/** The checkpoint moved meanwhile; nothing was written. */
export class StepRefused extends Error {
  override readonly name = 'StepRefused';
}
