import { termsRules } from '../../commands/promotion/termsRules.js';
import type { Doors } from '../cli/doors.js';
import { readLock } from '../sqlite/dataFolderLock.js';
import { isZone } from '../zones/localTimes.js';
import { ALL_PROJECTIONS } from './allProjections.js';
import { caughtUp } from './caughtUp.js';
import { readConfiguration } from './configuration.js';
import { configuredValues } from './configuredValues.js';
import { hasLog } from './dataFolder.js';
import { openTables } from './openTables.js';
import { openInMemory, openOrchard } from './runningOrchard.js';

/** What the command line works with. */
export function doors(version: string): Doors {
  return {
    // Loaded when it is asked for: pricing a file needs no HTTP.
    serve: async (flags, terminal) => (await import('./serve.js')).serve(flags, terminal, version),
    holderOf: readLock,
    hasLog,
    openFolder: async (dataDir) => {
      const orchard = await openOrchard(dataDir);
      try {
        await caughtUp(orchard);
        return orchard;
      } catch (error) {
        await orchard.close();
        throw error;
      }
    },
    openInMemory,
    openTables,
    servePrivately: async (dataDir, shop) => (await import('./servePrivately.js')).servePrivately(dataDir, shop),
    configuredValues,
    configurationFault,
    terms: termsRules(isZone),
    projections: ALL_PROJECTIONS,
    version,
  };
}

function configurationFault(env: Readonly<Record<string, string | undefined>>): Error | undefined {
  try {
    readConfiguration(env);
    return undefined;
  } catch (error) {
    if (error instanceof Error && error.name === 'BadConfiguration') return error;
    throw error;
  }
}
