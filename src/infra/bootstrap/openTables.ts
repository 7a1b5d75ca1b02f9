import type { OpenedTables } from '../cli/doors.js';
import { SqlViewStore } from '../sql/sqlViewStore.js';
import { type Adapters, EMBEDDED } from './adapterChoices.js';
import { type Backends, openBackends, usesFolder } from './backends.js';
import { underLock } from './dataFolder.js';
import { NO_WAITING } from './runningOrchard.js';

/**
 * Opens log and tables with nothing following, so that tables can be made anew. In a data folder nobody else may be;
 * on servers others serve on meanwhile.
 */
export async function openTables(dataDir: string, adapters: Adapters = EMBEDDED): Promise<OpenedTables> {
  if (!usesFolder(adapters)) return tablesOf(await openBackends(adapters, '', NO_WAITING));
  return underLock(dataDir, async (file) => tablesOf(await openBackends(adapters, file, NO_WAITING)));
}

function tablesOf({ store, driver, close }: Backends): OpenedTables {
  return { store, views: new SqlViewStore(driver), close };
}
