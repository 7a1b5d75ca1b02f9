import { ANY, binaryEvent, EventStoreDBClient } from '@eventstore/db-client';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { AppendTooLarge, START, type StoredEvent, StoreUnavailable } from '../../../src/commands/eventStore.js';
import { EventStoreDbEventStore } from '../../../src/infra/eventstoredb/eventStoreDbEventStore.js';
import { anEvent, events, freshStream, idsOf, streamOf } from '../../contract/eventStore/sampleEvents.js';
import { EventStoreStandIn } from '../../servers/eventStoreStandIn/eventStoreStandIn.js';

describe('the event store on EventStoreDB', () => {
  let standIn: EventStoreStandIn;
  let store: EventStoreDbEventStore;
  beforeEach(async () => {
    standIn = await EventStoreStandIn.start();
    store = new EventStoreDbEventStore(standIn.url, { callMillis: 500, idleMillis: 100 });
  });
  afterEach(async () => {
    await store.close();
    await standIn.stop();
  });

  describe('appending', () => {
    test('an answer that is lost is an unknown outcome in time, and the same events sent again are stored once', async () => {
      const stream = freshStream();
      const sent = events(3);
      standIn.loseAnswers(1);
      await expect(store.append(stream, 'none', sent)).rejects.toThrow(StoreUnavailable);
      expect((await store.append(stream, 'none', sent)).revision).toBe(2);
      expect(idsOf(await store.readStream(stream))).toEqual(idsOf(sent));
    });

    test('a server that restarted knows what it stored, because the expected revision is always sent', async () => {
      const stream = freshStream();
      const sent = events(3);
      standIn.loseAnswers(1);
      await expect(store.append(stream, 'none', sent)).rejects.toThrow(StoreUnavailable);
      await standIn.stop();
      await standIn.startAgain();
      expect((await surely(() => store.append(stream, 'none', sent))).revision).toBe(2);
      expect(await store.readStream(stream)).toHaveLength(3);
    });

    test('all that are in flight when the connection breaks are of unknown outcome, and none hangs or is lost', async () => {
      const streams = Array.from({ length: 200 }, () => ({ stream: freshStream(), sent: events(2) }));
      const tries = streams.map(({ stream, sent }) => surely(() => store.append(stream, 'none', sent)));
      await Promise.race(tries);
      await standIn.stop();
      await standIn.startAgain();
      expect((await Promise.all(tries)).every(({ revision }) => revision === 1)).toBe(true);
      for (const { stream, sent } of streams) expect(idsOf(await store.readStream(stream))).toEqual(idsOf(sent));
    });

    test('a client that fails again and again in the same way is replaced', async () => {
      standIn.loseAnswers(3);
      const lost = await Promise.allSettled(
        Array.from({ length: 3 }, () => store.append(freshStream(), 'none', events(1))),
      );
      expect(lost.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
      expect((await store.append(freshStream(), 'none', events(1))).revision).toBe(0);
    });

    test('two stores in one process have nothing to do with each other', async () => {
      const other = new EventStoreDbEventStore(standIn.url, { callMillis: 500 });
      const streams = Array.from({ length: 50 }, freshStream);
      const appends = streams.map((stream) => store.append(stream, 'none', events(1)));
      await other.append(freshStream(), 'none', events(1));
      await other.close();
      expect((await Promise.all(appends)).every(({ revision }) => revision === 0)).toBe(true);
    });

    test('what JSON makes too large for the server is refused before it is sent', async () => {
      const shop = '"'.repeat(100_000);
      const many = Array.from({ length: 9 }, () => anEvent({ shop }));
      await expect(store.append(freshStream(), 'none', many)).rejects.toThrow(AppendTooLarge);
      expect(await store.head()).toBe(START);
    });
  });

  describe('following', () => {
    test('goes on after an error that is no end, without gap or double', async () => {
      const followed = follow(store, 6);
      const first = await streamOf(store, 3);
      await followed.has(3);
      standIn.breakSubscriptions();
      const second = await streamOf(store, 3);
      expect(idsOf(await followed.all)).toEqual(idsOf([...first.appended, ...second.appended]));
    });

    test('notices a subscription that gives nothing more, by what the log has', async () => {
      const followed = follow(store, 4);
      await streamOf(store, 2);
      await followed.has(2);
      standIn.muteSubscriptions();
      await streamOf(store, 2);
      expect(await followed.all).toHaveLength(4);
    });

    test('goes on after the server restarted', async () => {
      const followed = follow(store, 4);
      await streamOf(store, 2);
      await followed.has(2);
      await standIn.stop();
      await standIn.startAgain();
      const stream = freshStream();
      const sent = events(2);
      await surely(() => store.append(stream, 'none', sent));
      expect(await followed.all).toHaveLength(4);
    });

    test('says that the store is unavailable when it stays away', async () => {
      const followed = follow(store, 3);
      await streamOf(store, 2);
      await followed.has(2);
      await standIn.stop();
      await expect(followed.all).rejects.toThrow(StoreUnavailable);
    });

    test('leaves no subscription behind when its reader stops', async () => {
      const followed = follow(store, 1);
      await streamOf(store, 3);
      await followed.all;
      await eventually(() => standIn.subscriptions === 0);
    });

    test('refuses a position of another log with words', async () => {
      await streamOf(store, 3);
      const { signal } = new AbortController();
      await expect(store.follow('5', signal)[Symbol.asyncIterator]().next()).rejects.toThrow(
        'no record of this EventStoreDB is at that position',
      );
      await expect(store.readAll('5', 1)).rejects.toThrow(RangeError);
    });
  });

  describe('what others wrote', () => {
    const foreign = () => binaryEvent({ type: 'Foreign', data: Buffer.from('x'), metadata: { by: 'another' } });

    test('is passed over in the whole log, and the place of the last event of ours is the head', async () => {
      const client = EventStoreDBClient.connectionString(standIn.url);
      const { appended } = await streamOf(store, 2);
      const head = await store.head();
      await client.appendToStream('other-1', Array.from({ length: 150 }, foreign), { expectedRevision: ANY });
      expect(await store.head()).toBe(head);
      expect(idsOf(await store.readAll(START, 3))).toEqual(idsOf(appended));
      const later = await streamOf(store, 1);
      expect(idsOf(await store.readAll(START, 3))).toEqual(idsOf([...appended, ...later.appended]));
      expect(idsOf(await follow(store, 3).all)).toEqual(idsOf([...appended, ...later.appended]));
      await client.dispose();
    });

    test('is no part of a stream of ours', async () => {
      const client = EventStoreDBClient.connectionString(standIn.url);
      const { stream } = await streamOf(store, 1);
      await client.appendToStream(stream, foreign(), { expectedRevision: ANY });
      await expect(store.readStream(stream)).rejects.toThrow('holds an event that Orchard did not write');
      await client.dispose();
    });
  });
});

/** Follows from the start until so many events came. */
function follow(store: EventStoreDbEventStore, count: number) {
  const taken: StoredEvent[] = [];
  const all = (async () => {
    for await (const batch of store.follow(START, new AbortController().signal)) {
      taken.push(...batch);
      if (taken.length >= count) break;
    }
    return taken;
  })();
  return { all, has: (some: number) => Promise.race([all, eventually(() => taken.length >= some)]) };
}

/** Sends again until it is known, as callers do. */
async function surely<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

async function eventually(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}
