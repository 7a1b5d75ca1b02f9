import type { Instant } from '../domain/kernel/instant.js';
import type { StreamName } from '../domain/kernel/stream.js';

/** A place in the global order of the log: an opaque decimal string. `START` is before the first event. */
export type Position = string;
export const START: Position = '0';

export function comparePositions(a: Position, b: Position): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

/** Who did it. Comes from the caller's credentials, never from a body. */
export interface Actor {
  readonly principal: string;
  readonly role: string;
}

/** The envelope of DESIGN §5 as a decision makes it; the store adds stream, revision and position. */
export interface EventToAppend {
  /** Names these exact bytes: a resend uses the same id, a new decision a new one. UUID. */
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly shop: string;
  readonly recordedAt: Instant;
  readonly effectiveFrom: Instant;
  readonly actor: Actor;
  readonly commandId: string;
  readonly requestHash: string;
  readonly correlation: string;
  readonly causation?: string;
  /** Canonical JSON text. */
  readonly data: string;
}

export interface StoredEvent extends EventToAppend {
  readonly stream: StreamName;
  /** Counts from 0 in its stream. */
  readonly revision: number;
  readonly position: Position;
}

/** What a fold looks at of an event. */
export type FoldedEvent = Pick<
  StoredEvent,
  'type' | 'schemaVersion' | 'stream' | 'revision' | 'position' | 'recordedAt' | 'effectiveFrom' | 'commandId' | 'data'
>;

/** The revision of the stream's last event as it was read; `none`: the stream must not exist. */
export type ExpectedRevision = number | 'none';

export interface Appended {
  /** Of the last event appended. */
  readonly revision: number;
  readonly position: Position;
}

export interface StreamSlice {
  /** First revision to read (inclusive). Default: the first, or the last when backward. */
  readonly from?: number;
  readonly direction?: 'forward' | 'backward';
  /** Default and most: 1,000. */
  readonly limit?: number;
}

/**
 * The only truth. Adapters: memory, SQLite, …; one contract suite (tests/contract) says what each must do.
 *
 * Deliberately not in the contract: deleting, truncating, metadata, reading by type, and what a store makes of an event
 * id it holds already when the expected revision is current (some refuse, some store twice: never resend so).
 */
export interface EventStore {
  /**
   * Appends begun in one turn of the event loop while no other is under way, of TURN_EVENTS events and
   * MAX_APPEND_BYTES at most, are one commit: stored in the order they were begun in, or none of them.
   */
  readonly turnIsOneCommit?: true;
  /** Positions are 1, 2, 3 …, so a place between two can be looked at; else only those that events have are places. */
  readonly positionsCount?: true;
  /**
   * All events of one call are one atom: stored together, in order, or not at all; at least one.
   * Resending the same events (ids and bytes) with the same expected revision after an unknown outcome
   * stores nothing new and gives the first answer.
   * @throws RevisionConflict when the stream is elsewhere; AppendTooLarge; StoreUnavailable (outcome unknown).
   */
  append(stream: StreamName, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<Appended>;
  /** Events of a stream; empty when there is none. */
  readStream(stream: StreamName, slice?: StreamSlice): Promise<readonly StoredEvent[]>;
  /** As `readStream` forward, only what a fold looks at: for stores to which leaving out the rest saves much. */
  readToFold?(stream: StreamName, from: number, limit: number): Promise<readonly FoldedEvent[]>;
  /** The next events after a position in global order; fewer than `limit` only at the end. Limit at most 10,000. */
  readAll(after: Position, limit: number): Promise<readonly StoredEvent[]>;
  /**
   * All events after a position, for ever, in batches: ordered, without gap or double, whatever writers do meanwhile.
   * Ends when the signal aborts (without throwing) or the store closes.
   */
  follow(after: Position, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]>;
  /** The position of the last event, or START. */
  head(): Promise<Position>;
  /** Waits for appends under way, ends followers, frees every handle. Twice is once. */
  close(): Promise<void>;
}

export const MAX_EVENT_BYTES = 262_144;
export const MAX_APPEND_BYTES = 1_000_000;
export const MAX_EVENTS_PER_APPEND = 1_000;
export const TURN_EVENTS = 400;

/** The stream is not at the revision the decision was made on: load and decide again. */
export class RevisionConflict extends Error {
  override readonly name = 'RevisionConflict';

  constructor(
    readonly stream: StreamName,
    readonly expected: ExpectedRevision,
    readonly actual: ExpectedRevision,
  ) {
    super(`stream ${stream} was expected at revision ${expected} but is at ${actual}`);
  }
}

/** An append beyond the limits; nothing was stored. */
export class AppendTooLarge extends Error {
  override readonly name = 'AppendTooLarge';
}

/** The store cannot be reached or closed under way; an append may or may not have happened. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}
