import type { OpenedLog } from '../cli/doors.js';
import { sha256 } from '../proofs/sha256.js';
import { systemMachine } from '../system/machine.js';
import { localTimeIn } from '../zones/localTimes.js';
import type { Adapters } from './adapterChoices.js';
import { type Backends, openBackends, usesFolder } from './backends.js';
import { underLock } from './dataFolder.js';
import { proofsIn } from './proofsIn.js';
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
  const proofs = proofsIn(dataDir);
  return { store, machine: systemMachine(localTimeIn), sha256, proofs, close };
}
