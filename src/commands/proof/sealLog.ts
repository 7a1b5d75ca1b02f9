import type { Instant } from '../../domain/kernel/instant.js';
import { HASH_BYTES } from '../../domain/proof/sha256.js';
import type { Audit, AuditDeps, AuditOptions, AuditStand } from './audit.js';
import { auditLog } from './auditLog.js';
import { type Checkpoint, type SealedCheckpoint, signedText } from './checkpoint.js';
import { hexOf } from './hexOf.js';

export interface SealDeps extends AuditDeps {
  readonly now: () => Instant;
}

export interface Sealed extends Audit {
  /** Checkpoints that were added, oldest first. */
  readonly added: readonly SealedCheckpoint[];
}

/**
 * Audits a log and seals what was not sealed yet: a signed checkpoint each time that `every` divides the count of
 * events, and one at the end. What is broken is not sealed; what was interrupted is sealed as far as it went.
 */
export async function sealLog(
  deps: SealDeps,
  { every, ...options }: Omit<AuditOptions, 'onUnsealed'> & { readonly every: number },
): Promise<Sealed> {
  const added: SealedCheckpoint[] = [];
  let hashes: Uint8Array[] = [];
  const seal = async (stand: AuditStand) => {
    const checkpoint = signedCheckpoint(deps, stand);
    await deps.book.add(stand.count - hashes.length, joinedHashes(hashes), checkpoint);
    added.push(checkpoint);
    hashes = [];
  };
  const audit = await auditLog(deps, {
    ...options,
    onUnsealed: async (hash, count, stand) => {
      hashes.push(hash);
      if (count % every === 0) await seal(stand());
    },
  });
  if (audit.whole && hashes.length > 0) await seal(audit.stand);
  return { ...audit, newest: added.at(-1) ?? audit.newest, checkpoints: audit.checkpoints + added.length, added };
}

/** A checkpoint over where an audit stands. */
export function signedCheckpoint(
  { key, now }: SealDeps,
  { count, first, last, head, root }: AuditStand,
): SealedCheckpoint {
  const checkpoint: Checkpoint = {
    format: 'orchard-checkpoint/1',
    count,
    first,
    last,
    head: hexOf(head),
    root: hexOf(root),
    sealedAt: now(),
    key: key.fingerprint,
  };
  return { ...checkpoint, signature: key.sign(signedText(checkpoint)) };
}

/** As a book keeps them: one after the other. */
export function joinedHashes(hashes: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(hashes.length * HASH_BYTES);
  for (const [at, hash] of hashes.entries()) bytes.set(hash, at * HASH_BYTES);
  return bytes;
}
