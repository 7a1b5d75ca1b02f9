import type { EventStore } from '../../commands/eventStore.js';
import type { SqlDriver } from '../../projections/sqlDriver.js';
import { addressOf as hostsOf } from '../eventstoredb/address.js';
import { MemoryEventStore } from '../memory/memoryEventStore.js';
import { addressOf } from '../postgres/address.js';
import type { Waiting } from '../postgres/openServer.js';
import type { Pool } from '../postgres/pool.js';
import { addressOf as redisAddressOf } from '../redis/address.js';
import { closeDatabase, type Database, openDatabase } from '../sqlite/database.js';
import { SqliteDriver } from '../sqlite/sqliteDriver.js';
import { SqliteEventStore } from '../sqlite/sqliteEventStore.js';
import type { Adapters } from './adapterChoices.js';

/** What the log and the tables are kept in. */
export interface Backends {
  readonly store: EventStore;
  readonly driver: SqlDriver;
  /** Each in a word, for banners and /readyz. */
  readonly words: { readonly store: string; readonly views: string };
  readonly close: () => Promise<void>;
}

/** Whether anything is kept in the data folder, which one process holds at a time. */
export function usesFolder({ eventStore, tables }: Adapters): boolean {
  return eventStore === 'sqlite' || (tables === 'sqlite' && eventStore !== 'memory');
}

// Loaded when it is chosen: what runs embedded starts without it.
const onPostgres = () => import('./onPostgres.js');

/**
 * Opens what the chosen adapters need, each once; `file` is the database of the data folder.
 * @throws what they throw; then nothing stays open.
 */
export async function openBackends(adapters: Adapters, file: string, waiting: Waiting): Promise<Backends> {
  const { eventStore, tables, urls } = adapters;
  const closing: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  let database: Database | undefined;
  let pool: Pool | undefined;
  const sqlite = () => {
    if (database) return database;
    const opened = openDatabase(usesFolder(adapters) ? file : ':memory:');
    closing.push(() => closeDatabase(opened));
    database = opened;
    return opened;
  };
  const postgres = async () => {
    if (pool) return pool;
    const opened = await (await onPostgres()).openServer(urls.postgres!, waiting);
    closing.push(() => opened.end());
    pool = opened;
    return opened;
  };
  const openStore = async (): Promise<EventStore> => {
    if (eventStore === 'memory') return new MemoryEventStore();
    if (eventStore === 'postgres')
      return (await onPostgres()).PostgresEventStore.open(await postgres(), urls.postgres!);
    if (eventStore === 'eventstoredb') {
      const { openEventStoreDb } = await import('../eventstoredb/openEventStoreDb.js');
      return (await openEventStoreDb(urls.eventstoredb!, waiting)).store;
    }
    return new SqliteEventStore(sqlite());
  };
  const openDriver = async (): Promise<SqlDriver> =>
    tables === 'postgres' ? (await onPostgres()).PostgresDriver.open(await postgres()) : new SqliteDriver(sqlite());
  const places = {
    memory: 'memory',
    sqlite: usesFolder(adapters) ? `SQLite ${file}` : 'memory',
    postgres: urls.postgres === undefined ? '' : `PostgreSQL ${addressOf(urls.postgres)}`,
    eventstoredb: urls.eventstoredb === undefined ? '' : `EventStoreDB ${hostsOf(urls.eventstoredb)}`,
  };
  try {
    const store = await openStore();
    closing.push(() => store.close());
    const driver = await openDriver();
    const shared = adapters.pricingViews === 'redis' ? `Redis ${redisAddressOf(urls.redis!)}` : 'memory';
    const views = places[tables] === shared ? shared : `${places[tables]} + ${shared}`;
    return { store, driver, words: { store: places[eventStore], views }, close };
  } catch (error) {
    await close();
    throw error;
  }
}
