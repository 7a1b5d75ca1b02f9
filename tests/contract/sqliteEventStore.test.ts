import { readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { RevisionConflict, START, StoreUnavailable } from '../../src/commands/eventStore.js';
import { closeDatabase, type Database, openDatabase } from '../../src/infra/sqlite/database.js';
import { SqliteEventStore } from '../../src/infra/sqlite/sqliteEventStore.js';
import { anEvent, events, freshStream, idsOf } from './eventStore/sampleEvents.js';
import { eventStoreContract } from './eventStoreContract.js';
import { temporaryFolder } from './temporaryFolder.js';

async function open() {
  const { folder, remove } = temporaryFolder();
  const file = join(folder, 'orchard.db');
  let db = openDatabase(file);
  let store = new SqliteEventStore(db);
  const close = async () => {
    await store.close();
    await closeDatabase(db);
  };
  const reopen = async () => {
    await close();
    db = openDatabase(file);
    store = new SqliteEventStore(db);
    return store;
  };
  const dispose = async () => {
    await close();
    expect(filesHeldIn(folder)).toEqual([]);
    remove();
  };
  return { store, reopen, dispose };
}

eventStoreContract('SQLite', open, { durable: true });

describe('SQLite, besides the contract', () => {
  let db: Database;
  let store: SqliteEventStore;
  beforeEach(() => {
    db = openDatabase(':memory:');
    store = new SqliteEventStore(db);
  });

  afterEach(async () => {
    await store.close();
    await closeDatabase(db);
    expect(store.followersWaiting).toBe(0);
  });

  test('gives positions without a gap, whatever fails in between', async () => {
    const stream = freshStream();
    const twice = anEvent();
    const outcomes = await Promise.allSettled([
      store.append(stream, 'none', events(3)),
      store.append(stream, 'none', events(2)),
      store.append(freshStream(), 'none', [twice, twice]),
      store.append(freshStream(), 'none', events(2)),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect((await store.readAll(START, 10)).map(({ position }) => position)).toEqual(['1', '2', '3', '4', '5']);
  });

  test('puts the appends of one turn into one transaction, in which a conflict fails alone', async () => {
    const stream = freshStream();
    const began: string[] = [];
    const exec = db.exec.bind(db);
    db.exec = (sql) => {
      began.push(sql);
      return exec(sql);
    };
    const first = store.append(stream, 'none', events(1));
    const refused = store.append(stream, 'none', events(1));
    const second = store.append(stream, 0, events(2));
    await expect(refused).rejects.toBeInstanceOf(RevisionConflict);
    expect([(await first).revision, (await second).revision]).toEqual([0, 2]);
    expect(began).toEqual(['BEGIN IMMEDIATE', 'COMMIT']);
  });

  test('refuses an event id it holds, and only the append that brings it', async () => {
    const known = anEvent();
    await store.append(freshStream(), 'none', [known]);
    const stream = freshStream();
    const refused = store.append(stream, 'none', [anEvent(), known]);
    const others = events(2);
    const stored = store.append(stream, 'none', others);
    await expect(refused).rejects.toThrow(`event ${known.id} cannot be stored`);
    await stored;
    expect(idsOf(await store.readStream(stream))).toEqual(idsOf(others));
  });

  test('when the commit fails all of its group are of unknown outcome, and the next one starts from the log', async () => {
    const stream = freshStream();
    await store.append(stream, 'none', events(1));
    const exec = db.exec.bind(db);
    db.exec = (sql) => {
      if (sql !== 'COMMIT') return exec(sql);
      db.exec = exec;
      throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR' });
    };
    const outcomes = await Promise.allSettled([
      store.append(stream, 0, events(2)),
      store.append(freshStream(), 'none', events(1)),
    ]);
    for (const outcome of outcomes) expect(outcome).toMatchObject({ reason: expect.any(StoreUnavailable) });
    expect(await store.append(stream, 0, events(1))).toEqual({ revision: 1, position: '2' });
  });

  test('a database that is gone is a store that is unavailable', async () => {
    await closeDatabase(db);
    await expect(store.append(freshStream(), 'none', events(1))).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.readStream(freshStream())).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.head()).rejects.toBeInstanceOf(StoreUnavailable);
  });

  test('is bounded in a batch: what does not fit comes in the next turn', async () => {
    const appends = Array.from({ length: 3 }, () => store.append(freshStream(), 'none', events(600)));
    const turns = appends.map(async (append) => {
      await append;
      return Number(await store.head());
    });
    expect(await Promise.all(turns)).toEqual([600, 1_200, 1_800]);
  });

  test('a reader in between sees whole appends only', async () => {
    const appending = store.append(freshStream(), 'none', events(3));
    expect(await store.readAll(START, 10)).toEqual([]);
    await appending;
    expect((await store.readAll(START, 10)).length).toBe(3);
  });
});

/** Files of the folder this process still has open (where the system tells). */
function filesHeldIn(folder: string): string[] {
  try {
    const held = readdirSync('/proc/self/fd').map((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`);
      } catch {
        return '';
      }
    });
    return held.filter((path) => path.startsWith(folder));
  } catch {
    return [];
  }
}
