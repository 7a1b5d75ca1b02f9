import type { EventStore } from '../../commands/eventStore.js';
import { UsageError } from '../cli/exitCode.js';
import { closeDatabase, openDatabase } from '../sqlite/database.js';
import { SqliteEventStore } from '../sqlite/sqliteEventStore.js';
import { underLock } from './dataFolder.js';
import { NO_WAITING } from './runningOrchard.js';

export interface LogAt {
  readonly store: EventStore;
  readonly close: () => Promise<void>;
}

/**
 * Opens the log of a place: a data folder, or the URL of a server. @throws UsageError for a URL of no server that keeps
 * logs, and what opening throws.
 */
export async function openLogAt(place: string): Promise<LogAt> {
  if (!/^[a-z+]{2,}:\/\//.test(place)) return inFolder(place);
  if (/^postgres(ql)?:/.test(place)) return onPostgres(place);
  if (/^esdb(\+discover)?:/.test(place)) return onEventStoreDb(place);
  throw new UsageError(
    `No log can be at ${place.split('//')[0]}//…: name a data folder, or a URL that begins with postgres:// or esdb://.`,
  );
}

function inFolder(folder: string): Promise<LogAt> {
  return underLock(folder, async (file) => {
    const database = openDatabase(file);
    const store = new SqliteEventStore(database);
    return {
      store,
      close: async () => {
        await store.close();
        await closeDatabase(database);
      },
    };
  });
}

async function onPostgres(url: string): Promise<LogAt> {
  const { openServer, PostgresEventStore } = await import('./onPostgres.js');
  const pool = await openServer(url, NO_WAITING);
  const store = await PostgresEventStore.open(pool, url);
  return {
    store,
    close: async () => {
      await store.close();
      await pool.end();
    },
  };
}

async function onEventStoreDb(url: string): Promise<LogAt> {
  const { openEventStoreDb } = await import('../eventstoredb/openEventStoreDb.js');
  const { store } = await openEventStoreDb(url, NO_WAITING);
  return { store, close: () => store.close() };
}
