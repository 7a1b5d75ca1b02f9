import { HashChain } from '../../domain/proof/hashChain.js';
import { HASH_BYTES } from '../../domain/proof/sha256.js';
import type { AuditDeps } from './audit.js';
import { checkpointsToHold } from './checkpointsToHold.js';
import { hexOf } from './hexOf.js';

const PAGE = 4_096;

export interface SealsChecked {
  /** Event hashes that were read. */
  readonly count: number;
  readonly checkpoints: number;
  /** Sentences, none when every checkpoint holds. */
  readonly faults: readonly string[];
}

/** Holds hash chain and tree over the sealed hashes against every signed checkpoint, without the log itself. */
export async function checkSeals({ sha256, book, key }: Omit<AuditDeps, 'store'>): Promise<SealsChecked> {
  const { checkpoints, breach } = await checkpointsToHold(book, key, undefined);
  const chain = new HashChain(sha256);
  const checked = (faults: readonly string[]) => ({ count: chain.count, checkpoints: checkpoints.length, faults });
  if (breach) return checked([breach.what]);
  if (checkpoints.length === 0) return checked(['there is no checkpoint: nothing was sealed']);
  for (const { count, head, root } of checkpoints) {
    while (chain.count < count) {
      const page = await book.hashes(chain.count, Math.min(PAGE, count - chain.count));
      if (page.length === 0) return checked([`there are ${chain.count} hashes, but a checkpoint of ${count} events`]);
      for (let at = 0; at < page.length; at += HASH_BYTES) chain.add(page.slice(at, at + HASH_BYTES));
    }
    if (hexOf(chain.head) !== head || hexOf(chain.root()) !== root) {
      return checked([
        `the hashes up to ${count} are not those that the checkpoint of ${count} events was signed over`,
      ]);
    }
  }
  return checked([]);
}
