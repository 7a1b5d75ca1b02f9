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
  /** What was parked before, as its checkpoint said: other tables may have taken its place at the same position. */
  readonly parkedBefore: readonly Parked[];
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

/** Disposable tables. Adapters: SQLite, PostgreSQL. */
export interface ViewStore {
  /**
   * Makes the tables anew, from START, if they are missing, of another version or ahead of the log. The head is asked for
   * after the checkpoint was read, because other processes go on meanwhile.
   * @throws ViewNewer when other processes share the tables and a newer version made them.
   */
  open(projection: AnyProjection, head: () => Promise<Position>): Promise<Checkpoint>;
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
  /** The same of some streams; those without records are missing. */
  dumpOf(projection: AnyProjection, streams: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Makes empty tables beside those of a projection. @returns the projection that fills them. */
  beside(projection: AnyProjection): Promise<AnyProjection>;
  /**
   * Puts tables made beside in the place of the projection's own, in one moment, and drops those.
   * @throws StepRefused when the projection's own moved beyond them (yet not beyond the log: then they are of a log that
   * is gone), or meanwhile: then catch up and try again.
   */
  swap(projection: AnyProjection, beside: AnyProjection, head: () => Promise<Position>): Promise<void>;
  /** Drops tables made beside. */
  discard(beside: AnyProjection): Promise<void>;
  /** Runs work while nobody else, in any process, runs work of this name. @throws TakenAlready at once. */
  alone<T>(name: string, work: () => Promise<T>): Promise<T>;
}

/** Tables shared with other processes were made by a version of the projection this process does not know. */
export class ViewNewer extends Error {
  override readonly name = 'ViewNewer';
}

/** The checkpoint moved meanwhile; nothing was written. */
export class StepRefused extends Error {
  override readonly name = 'StepRefused';
}
