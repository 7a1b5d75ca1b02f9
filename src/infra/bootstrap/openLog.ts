import { join } from 'node:path';
import type { KeyFiles, OpenedLog } from '../cli/doors.js';
import { sealFolder } from '../proofs/sealFolder.js';
import { makeSealKey, sealKey } from '../proofs/sealKeys.js';
import { sha256 } from '../proofs/sha256.js';
import { systemMachine } from '../system/machine.js';
import { localTimeIn } from '../zones/localTimes.js';
import type { Adapters } from './adapterChoices.js';
import { type Backends, openBackends, usesFolder } from './backends.js';
import { underLock } from './dataFolder.js';
import { NO_WAITING } from './runningOrchard.js';

/**
 * Opens the log alone, to be audited: no table is read, nothing follows. In a data folder nobody else may be; on servers
 * others serve on meanwhile.
 */
export async function openLog(dataDir: string, adapters: Adapters): Promise<OpenedLog> {
  if (!usesFolder(adapters)) return logOf(dataDir, await openBackends(adapters, '', NO_WAITING));
  return underLock(dataDir, async (file) => logOf(dataDir, await openBackends(adapters, file, NO_WAITING)));
}

function logOf(dataDir: string, { store, close }: Backends): OpenedLog {
  const folder = join(dataDir, 'proofs');
  const proofs = {
    folder,
    book: sealFolder(folder),
    key: (files: KeyFiles) => sealKey(folder, files),
    makeKey: () => makeSealKey(folder),
  };
  return { store, machine: systemMachine(localTimeIn), sha256, proofs, close };
}
