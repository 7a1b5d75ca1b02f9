import type { SealedCheckpoint } from './checkpoint.js';

/** Where seals are kept, outside the log: the hash of each sealed event, and signed checkpoints over them. */
export interface SealBook {
  /** By count, ascending. @throws RangeError for one that cannot be read. */
  readonly checkpoints: () => Promise<readonly SealedCheckpoint[]>;
  /** Hashes of the events after the first `after`, 32 bytes each, one after the other; fewer only at the end. */
  readonly hashes: (after: number, count: number) => Promise<Uint8Array>;
  /** Keeps a checkpoint, and before it the hashes of the events since the `after` that were sealed. */
  readonly add: (after: number, hashes: Uint8Array, checkpoint: SealedCheckpoint) => Promise<void>;
}

/** A key that checkpoints are signed with. */
export interface SealKey {
  /** SHA-256 of the public key in DER (SPKI), hex. */
  readonly fingerprint: string;
  /** Whether the signature, in base64, is this key's. */
  readonly signed: (text: string, signature: string) => boolean;
  /** In base64. @throws an Error that says what is missing where only the public key is there. */
  readonly sign: (text: string) => string;
}
