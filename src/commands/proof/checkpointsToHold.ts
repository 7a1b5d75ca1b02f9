import { canonicalJson } from '../../domain/kernel/canonicalJson.js';
import type { Breach } from './audit.js';
import { type SealedCheckpoint, signedText } from './checkpoint.js';
import type { SealBook, SealKey } from './sealBook.js';

export interface CheckpointsToHold {
  /** By count. */
  readonly checkpoints: readonly SealedCheckpoint[];
  readonly breach: Breach | null;
}

/** The checkpoints a log is held against, once their signatures were checked: those of the book, and one kept elsewhere. */
export async function checkpointsToHold(
  book: SealBook,
  key: SealKey,
  held: SealedCheckpoint | undefined,
): Promise<CheckpointsToHold> {
  let checkpoints: readonly SealedCheckpoint[];
  try {
    checkpoints = await book.checkpoints();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { checkpoints: [], breach: breachAt(1, error.message) };
  }
  let sealed = 0;
  for (const checkpoint of held ? [...checkpoints, held] : checkpoints) {
    const fault = signatureFault(checkpoint, key);
    if (fault) return { checkpoints, breach: breachAt(sealed + 1, fault) };
    sealed = checkpoint.count;
  }
  const breach = held ? heldBreach(checkpoints, held) : null;
  return { checkpoints, breach };
}

function signatureFault(checkpoint: SealedCheckpoint, key: SealKey): string | undefined {
  const { count } = checkpoint;
  if (checkpoint.key !== key.fingerprint) {
    return `checkpoint ${count} was signed with the key ${checkpoint.key}, not with ${key.fingerprint}`;
  }
  if (!key.signed(signedText(checkpoint), checkpoint.signature)) {
    return `checkpoint ${count} does not bear the signature of the key ${key.fingerprint}: it was changed`;
  }
  return undefined;
}

/** What is kept elsewhere was in the book once: it must be there still, as it was. */
function heldBreach(checkpoints: readonly SealedCheckpoint[], held: SealedCheckpoint): Breach | null {
  const same = checkpoints.some((checkpoint) => canonicalJson(checkpoint) === canonicalJson(held));
  if (same) return null;
  const before = checkpoints.findLast(({ count }) => count < held.count)?.count ?? 0;
  return breachAt(
    before + 1,
    `the checkpoint you hold, of ${held.count} events, was taken away or replaced by another`,
  );
}

function breachAt(at: number, what: string): Breach {
  return { at, position: null, what };
}
