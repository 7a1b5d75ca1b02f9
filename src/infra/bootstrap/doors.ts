import { termsRules } from '../../commands/promotion/termsRules.js';
import type { Doors } from '../cli/doors.js';
import type { Terminal } from '../cli/terminal.js';
import { exportFolder } from '../exports/exportFolder.js';
import { readLock } from '../sqlite/dataFolderLock.js';
import { isZone } from '../zones/localTimes.js';
import type { Adapters } from './adapterChoices.js';
import { ALL_PROJECTIONS } from './allProjections.js';
import { usesFolder } from './backends.js';
import { caughtUp } from './caughtUp.js';
import { readConfiguration } from './configuration.js';
import { configuredValues } from './configuredValues.js';
import { hasLog } from './dataFolder.js';
import { openDeadLetters } from './openDeadLetters.js';
import { openLog } from './openLog.js';
import { openLogAt } from './openLogAt.js';
import { openTables } from './openTables.js';
import { openInMemory, openOrchard } from './runningOrchard.js';

/** @throws BadConfiguration */
function adaptersOf({ env }: Terminal): Adapters {
  return readConfiguration(env).adapters;
}

/** One command neither relays nor takes a queue over, and shares nothing: it follows the log itself. */
function adaptersHere(terminal: Terminal): Adapters {
  return { ...adaptersOf(terminal), bus: 'in-process', pricingViews: 'memory' };
}

/** What the command line works with. */
export function doors(version: string): Doors {
  return {
    // Loaded when it is asked for: pricing a file needs no HTTP.
    serve: async (flags, terminal) => (await import('./serve.js')).serve(flags, terminal, version),
    holderOf: readLock,
    hasLog: (dataDir, terminal) => !usesFolder(adaptersOf(terminal)) || hasLog(dataDir),
    openFolder: async (dataDir, terminal) => {
      const orchard = await openOrchard(dataDir, adaptersHere(terminal));
      try {
        await caughtUp(orchard);
        return orchard;
      } catch (error) {
        await orchard.close();
        throw error;
      }
    },
    openInMemory,
    openTables: async (dataDir, terminal) => openTables(dataDir, adaptersOf(terminal)),
    openLog: async (dataDir, terminal) => openLog(dataDir, adaptersOf(terminal)),
    openLogAt,
    exportTo: exportFolder,
    isZone,
    openDeadLetters: (terminal) => openDeadLetters(adaptersOf(terminal)),
    servePrivately: async (dataDir, shop, terminal) =>
      (await import('./servePrivately.js')).servePrivately(dataDir, adaptersHere(terminal), shop),
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
