import { describe, expect, test } from '@jest/globals';
import { type EventStore, type EventToAppend, START } from '../../../src/commands/eventStore.js';
import { copyLog } from '../../../src/commands/logCopy/copyLog.js';
import type { StreamName } from '../../../src/domain/kernel/stream.js';
import { EventStoreDbEventStore } from '../../../src/infra/eventstoredb/eventStoreDbEventStore.js';
import { MemoryEventStore } from '../../../src/infra/memory/memoryEventStore.js';
import { openPool } from '../../../src/infra/postgres/pool.js';
import { PostgresEventStore } from '../../../src/infra/postgres/postgresEventStore.js';
import { closeDatabase, openDatabase } from '../../../src/infra/sqlite/database.js';
import { SqliteEventStore } from '../../../src/infra/sqlite/sqliteEventStore.js';
import { anEvent, freshStream } from '../../contract/eventStore/sampleEvents.js';
import { describeServer } from '../../servers/describeServer.js';
import { EventStoreStandIn } from '../../servers/eventStoreStandIn/eventStoreStandIn.js';
import { ownSchema } from '../../servers/ownSchema.js';

/** A log of streams that take turns, some of them several events long at a time. */
async function aLog(size: number): Promise<EventStore> {
  const store = new MemoryEventStore();
  const streams = Array.from({ length: 7 }, () => ({ name: freshStream(), revision: -1 }));
  for (let n = 0; n < size; n++) {
    const stream = streams[(n * n + (n % 3)) % streams.length]!;
    const expected = stream.revision < 0 ? 'none' : stream.revision;
    const more = n % 11 === 0 ? { causation: 'c-0' } : {};
    stream.revision = (await store.append(stream.name, expected, [anEvent({ data: `{"果":${n}}`, ...more })])).revision;
  }
  return store;
}

async function contentOf(store: EventStore): Promise<object[]> {
  return (await store.readAll(START, 10_000)).map(({ position, ...event }) => event);
}

/** Aborts once so many events were copied. */
function interruptedAfter(events: number) {
  const interrupt = new AbortController();
  const onProgress = (doing: string, done: number) => {
    if (doing === 'copying' && done >= events) interrupt.abort();
  };
  return { signal: interrupt.signal, onProgress };
}

describe('copying a log', () => {
  test('gives another that holds the same events in the same order, and says so after reading both', async () => {
    const source = await aLog(1_500);
    const target = new MemoryEventStore();
    const copied = await copyLog(source, target);
    expect(copied).toEqual({ already: 0, copied: 1_500, verified: 1_500, samePositions: true, whole: true });
    expect(await contentOf(target)).toEqual(await contentOf(source));
  });

  test('of no events is whole', async () => {
    const copied = await copyLog(new MemoryEventStore(), new MemoryEventStore());
    expect(copied).toMatchObject({ copied: 0, verified: 0, whole: true });
  });

  test('goes on where it was interrupted, and compares what was there', async () => {
    const source = await aLog(1_500);
    const target = inTurns(new MemoryEventStore());
    const first = await copyLog(source, target, interruptedAfter(600));
    expect(first).toMatchObject({ already: 0, copied: 800, whole: false });
    expect(await copyLog(source, target)).toMatchObject({ already: 800, copied: 700, verified: 1_500, whole: true });
  });

  test('run again copies nothing and verifies all', async () => {
    const source = await aLog(40);
    const target = new MemoryEventStore();
    await copyLog(source, target);
    expect(await copyLog(source, target)).toMatchObject({ already: 40, copied: 0, verified: 40, whole: true });
  });

  test('refuses a target that holds something else, says where, and writes nothing', async () => {
    const source = await aLog(30);
    const target = new MemoryEventStore();
    for (const { stream, revision, position, ...event } of await source.readAll(START, 10)) {
      await target.append(stream, revision === 0 ? 'none' : revision - 1, [event]);
    }
    const stranger = freshStream();
    await target.append(stranger, 'none', [anEvent()]);
    await expect(copyLog(source, target)).rejects.toThrow(
      `The log copied to is not a copy of this one: its event 11 is sample-recorded of ${stranger}@0, which here is`,
    );
    expect(await contentOf(target)).toHaveLength(11);
  });

  test('refuses a target that is longer', async () => {
    const target = await aLog(3);
    await expect(copyLog(new MemoryEventStore(), target)).rejects.toThrow('which here does not exist');
  });

  test.each([
    ['id', { id: '0198b5a0-0000-7000-8000-000000000000' }],
    ['data', { data: '{"fen":1}' }],
    ['actor', { actor: { principal: 'p-2', role: 'operator' } }],
    ['causation', { causation: 'c-9' }],
    ['time', { recordedAt: '2026-11-22T12:00:00.001Z' }],
  ] satisfies [string, Partial<EventToAppend>][])('notices another %s', async (_, other) => {
    const stream = freshStream();
    const event = anEvent();
    const source = new MemoryEventStore();
    const target = new MemoryEventStore();
    await source.append(stream, 'none', [event]);
    await target.append(stream, 'none', [{ ...event, ...other }]);
    await expect(copyLog(source, target)).rejects.toMatchObject({ name: 'LogsPart', at: 1 });
  });

  test('has one append under way where nothing else keeps the order', async () => {
    const counted = countingAppends(new MemoryEventStore());
    await copyLog(await aLog(100), counted.store);
    expect(counted.most()).toBe(1);
  });

  test('into SQLite gives the same log, positions and all', async () => {
    const source = await aLog(3_000);
    const database = openDatabase(':memory:');
    const target = new SqliteEventStore(database);
    expect(await copyLog(source, target)).toMatchObject({ copied: 3_000, samePositions: true, whole: true });
    expect(await contentOf(target)).toEqual(await contentOf(source));
    await target.close();
    await closeDatabase(database);
  });

  test('into EventStoreDB (a stand-in) and back gives the same log; positions are its own', async () => {
    const source = await aLog(300);
    const standIn = await EventStoreStandIn.start();
    const target = new EventStoreDbEventStore(standIn.url, { callMillis: 20_000 });
    const back = new MemoryEventStore();
    expect(await copyLog(source, target)).toMatchObject({ copied: 300, samePositions: false, whole: true });
    expect(await copyLog(target, back)).toMatchObject({ copied: 300, whole: true });
    expect(await back.readAll(START, 1_000)).toEqual(await source.readAll(START, 1_000));
    await target.close();
    await standIn.stop();
  });
});

describeServer('postgres', 'copying a log to a real PostgreSQL', (url) => {
  test('gives the same log, positions and all, also when it was interrupted', async () => {
    const source = await aLog(3_000);
    const schema = await ownSchema(url);
    const pool = openPool(schema.url);
    const target = await PostgresEventStore.open(pool, schema.url);
    try {
      expect(await copyLog(source, target, interruptedAfter(1_000))).toMatchObject({ copied: 1_200, whole: false });
      const rest = { already: 1_200, copied: 1_800, verified: 3_000, samePositions: true, whole: true };
      expect(await copyLog(source, target)).toEqual(rest);
    } finally {
      await target.close();
      await pool.end();
      await schema.drop();
    }
  });
});

/** A store that says it stores what one turn begins as one commit, which memory does. */
function inTurns(store: EventStore): EventStore {
  return Object.assign(store, { turnIsOneCommit: true as const });
}

function countingAppends(store: EventStore) {
  let underWay = 0;
  let most = 0;
  const append = store.append.bind(store);
  store.append = async (stream: StreamName, expected, events) => {
    most = Math.max(most, ++underWay);
    await new Promise((resolve) => setImmediate(resolve));
    const appended = await append(stream, expected, events);
    underWay--;
    return appended;
  };
  return { store, most: () => most };
}
