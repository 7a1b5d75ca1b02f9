import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DataFolderLock } from '../sqlite/dataFolderLock.js';

/** The one file of a data folder that matters: the log, and the tables made of it. */
export function databaseFile(dataDir: string): string {
  return join(dataDir, 'orchard.db');
}

export function hasLog(dataDir: string): boolean {
  return existsSync(databaseFile(dataDir));
}

/** What was opened under the lock of a data folder gives the lock up when it closes. */
export interface Closing {
  readonly close: () => Promise<void>;
}

/**
 * Opens something in a data folder that no other process holds.
 * @throws DataFolderHeld, DataFolderNotWritable, and what opening throws; then the folder is free again.
 */
export async function underLock<T extends Closing>(
  dataDir: string,
  open: (file: string, lock: DataFolderLock) => Promise<T>,
): Promise<T> {
  const lock = DataFolderLock.hold(dataDir, { url: '', startedAt: new Date().toISOString() });
  try {
    const opened = await open(databaseFile(dataDir), lock);
    return {
      ...opened,
      close: async () => {
        await opened.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
