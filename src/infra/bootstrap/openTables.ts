import type { OpenedTables } from '../cli/doors.js';
import { closeDatabase } from '../sqlite/database.js';
import { embedded, PART } from './bindings.js';
import { underLock } from './dataFolder.js';

/** Opens log and tables of a data folder with nothing following, so that tables can be made anew. */
export function openTables(dataDir: string): Promise<OpenedTables> {
  return underLock(dataDir, async (file) => {
    const parts = embedded(file);
    const store = parts.get(PART.store);
    return {
      store,
      views: parts.get(PART.views),
      close: async () => {
        await store.close();
        await closeDatabase(parts.get(PART.database));
      },
    };
  });
}
