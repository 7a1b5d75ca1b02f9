import { join } from 'node:path';
import type { KeyFiles, Proofs } from '../cli/doors.js';
import { sealFolder } from '../proofs/sealFolder.js';
import { makeSealKey, sealKey } from '../proofs/sealKeys.js';

/** Where the seals of a log are kept: beside the data, never in the log. */
export function proofsIn(dataDir: string): Proofs {
  const folder = join(dataDir, 'proofs');
  return {
    folder,
    book: sealFolder(folder),
    key: (files: KeyFiles) => sealKey(folder, files),
    makeKey: () => makeSealKey(folder),
  };
}
