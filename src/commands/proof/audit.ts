import type { ChainState } from '../../domain/proof/hashChain.js';
import type { Sha256 } from '../../domain/proof/sha256.js';
import type { EventStore, Position } from '../eventStore.js';
import type { SealedCheckpoint } from './checkpoint.js';
import type { SealBook, SealKey } from './sealBook.js';

export interface AuditDeps {
  readonly store: EventStore;
  readonly sha256: Sha256;
  readonly book: SealBook;
  readonly key: SealKey;
}

/** Where an audit stands; another can go on from there. */
export interface AuditPlace extends ChainState {
  readonly first: Position;
  readonly last: Position;
}

export interface AuditStand extends AuditPlace {
  /** Merkle root over all events so far. */
  readonly root: Uint8Array;
}

/** Where log and seals part. */
export interface Breach {
  /** The first event that cannot be vouched for, counted from 1. */
  readonly at: number;
  /** Its position; null: there is none. */
  readonly position: Position | null;
  readonly what: string;
}

export interface Audit {
  readonly stand: AuditStand;
  readonly checkpoints: number;
  /** The newest checkpoint that was held against the log; null: it was never sealed. */
  readonly newest: SealedCheckpoint | null;
  readonly breach: Breach | null;
  /** False: it was interrupted, or ended at a breach. */
  readonly whole: boolean;
}

export interface AuditOptions {
  /** A checkpoint that the auditor kept elsewhere. */
  readonly held?: SealedCheckpoint;
  readonly from?: AuditPlace;
  readonly signal?: AbortSignal;
  readonly onProgress?: (place: AuditPlace, head: Position) => void;
  /** Each event beyond the newest checkpoint, the count of events with it, and how to ask where the audit stands. */
  readonly onUnsealed?: (hash: Uint8Array, count: number, stand: () => AuditStand) => Promise<void>;
}
