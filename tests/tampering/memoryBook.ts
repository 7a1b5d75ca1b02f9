import type { SealedCheckpoint } from '../../src/commands/proof/checkpoint.js';
import type { SealBook } from '../../src/commands/proof/sealBook.js';
import { HASH_BYTES } from '../../src/domain/proof/sha256.js';

/** Seals that whoever tampers can reach. */
export class MemoryBook implements SealBook {
  constructor(
    public kept: readonly SealedCheckpoint[] = [],
    public bytes: Uint8Array = new Uint8Array(0),
  ) {}

  checkpoints = async () => this.kept;

  hashes = async (after: number, count: number) =>
    this.bytes.subarray(after * HASH_BYTES, (after + count) * HASH_BYTES);

  add = async (after: number, hashes: Uint8Array, checkpoint: SealedCheckpoint) => {
    this.bytes = Buffer.concat([this.bytes.subarray(0, after * HASH_BYTES), hashes]);
    this.kept = [...this.kept, checkpoint];
  };
}
