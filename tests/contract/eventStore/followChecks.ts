import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { type EventStore, type Position, START, type StoredEvent } from '../../../src/commands/eventStore.js';
import { type Check, within } from './check.js';
import { events, freshStream, idsOf, streamOf } from './sampleEvents.js';

export const followChecks: readonly Check[] = [
  {
    name: 'a follower from a position gets what is there, then what comes',
    async run(store) {
      const before = await store.head();
      const { appended } = await streamOf(store, 3);
      const followed = take(store, before, 5);
      const later = await streamOf(store, 2);
      assert.deepEqual(idsOf(await followed), idsOf([...appended, ...later.appended]));
    },
  },
  {
    name: 'a follower from the start gets the whole log as reading all gives it',
    async run(store) {
      await streamOf(store, 700);
      await streamOf(store, 700);
      const log: StoredEvent[] = [];
      for (let full = true; full; ) {
        const page = await store.readAll(log.at(-1)?.position ?? START, 10_000);
        log.push(...page);
        full = page.length === 10_000;
      }
      assert.deepEqual(await take(store, START, log.length), log);
    },
  },
  {
    name: 'a follower from the middle starts after it',
    async run(store) {
      const { stream } = await streamOf(store, 10);
      const stored = await store.readStream(stream);
      assert.deepEqual(await take(store, stored[3]!.position, 6), stored.slice(4));
    },
  },
  {
    name: 'followers see every event once and in order while many write',
    async run(store) {
      const before = await store.head();
      const followers = [take(store, before, 900), take(store, before, 900), take(store, before, 900)];
      await Promise.all(Array.from({ length: 30 }, () => writeTimes(store, 10)));
      const log = await store.readAll(before, 1_000);
      assert.equal(log.length, 900);
      for (const followed of await Promise.all(followers)) assert.deepEqual(followed, log);
    },
  },
  {
    name: 'a follower that stops and starts again where it was misses nothing and repeats nothing',
    async run(store) {
      const before = await store.head();
      const writing = Promise.all(Array.from({ length: 5 }, () => writeTimes(store, 10)));
      const followed: StoredEvent[] = [];
      while (followed.length < 150) {
        const part = await take(store, followed.at(-1)?.position ?? before, Math.min(40, 150 - followed.length));
        followed.push(...part);
      }
      await writing;
      assert.deepEqual(followed, await store.readAll(before, 1_000));
    },
  },
  {
    name: 'a follower that is slow holds up neither writers nor others, and misses nothing',
    async run(store) {
      const before = await store.head();
      await within('a slow follower', async (signal) => {
        const slow = store.follow(before, signal)[Symbol.asyncIterator]();
        await writeTimes(store, 1);
        const followed = [...(await slow.next()).value];
        await writeTimes(store, 20);
        assert.equal((await take(store, before, 63)).length, 63);
        while (followed.length < 63) followed.push(...(await slow.next()).value);
        assert.deepEqual(followed, await store.readAll(before, 1_000));
      });
    },
  },
  {
    name: 'aborting ends a waiting follower without an error and leaves nothing on the signal',
    async run(store) {
      const stop = new AbortController();
      const from = await store.head();
      const ended = within('an aborted follower', async () => {
        for await (const page of store.follow(from, stop.signal)) assert.fail(`a page of ${page.length} from nowhere`);
      });
      await new Promise((resolve) => setImmediate(resolve));
      stop.abort();
      await ended;
      assert.equal(getEventListeners(stop.signal, 'abort').length, 0);
    },
  },
  {
    name: 'following with a signal that was aborted before gives nothing',
    async run(store) {
      await streamOf(store, 1);
      await within('a follower that was never to start', async () => {
        for await (const _ of store.follow(START, AbortSignal.abort())) assert.fail('it started');
      });
    },
  },
  {
    name: 'a follower woken a hundred times leaves nothing on its signal',
    async run(store) {
      const from = await store.head();
      await within('a follower', async (signal) => {
        const pages = store.follow(from, signal)[Symbol.asyncIterator]();
        for (let i = 0; i < 100; i++) {
          const page = pages.next();
          await streamOf(store, 1);
          assert.equal((await page).value.length, 1);
        }
        await pages.return?.();
        assert.equal(getEventListeners(signal, 'abort').length, 0);
      });
    },
  },
];

/** The next so many events after a position, as a follower gets them; a log may be long, so each batch has its time. */
export async function take(store: EventStore, after: Position, count: number): Promise<StoredEvent[]> {
  const stop = new AbortController();
  const batches = store.follow(after, stop.signal)[Symbol.asyncIterator]();
  const taken: StoredEvent[] = [];
  try {
    while (taken.length < count) {
      const next = await within(`following ${count} events after ${after}, ${taken.length} came`, () => batches.next());
      if (next.done) break;
      assert.notEqual(next.value.length, 0, 'a batch of a follower holds something');
      taken.push(...next.value);
    }
    await batches.return?.();
  } finally {
    stop.abort();
  }
  return taken.slice(0, count);
}

async function writeTimes(store: EventStore, times: number): Promise<void> {
  const stream = freshStream();
  let expected: number | 'none' = 'none';
  for (let i = 0; i < times; i++) expected = (await store.append(stream, expected, events(3))).revision;
}
