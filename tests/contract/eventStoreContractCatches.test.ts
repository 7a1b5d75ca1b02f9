import { describe, expect, test } from '@jest/globals';
import { type EventStore, type ExpectedRevision, RevisionConflict } from '../../src/commands/eventStore.js';
import { MemoryEventStore } from '../../src/infra/memory/memoryEventStore.js';
import { eventStoreChecks } from './eventStoreContract.js';

/** Stores with one fault each, made of one without: the contract must tell every one of them from a good store. */
const faults: Record<string, (good: EventStore) => Partial<EventStore>> = {
  'ignores the expected revision': (good) => ({
    async append(stream, _, events) {
      const [last] = await good.readStream(stream, { direction: 'backward', limit: 1 });
      return good.append(stream, last?.revision ?? 'none', events);
    },
  }),
  'loses an event of a batch': (good) => ({
    append: (stream, expected, events) => good.append(stream, expected, events.length > 1 ? events.slice(1) : events),
  }),
  'stores a batch one by one, so that a conflict leaves half of it': (good) => ({
    async append(stream, expected, events) {
      let answer = await good.append(stream, expected, events.slice(0, 1));
      for (const event of events.slice(1)) answer = await good.append(stream, answer.revision, [event]);
      return answer;
    },
  }),
  'stores twice what is sent again': (good) => ({
    append: (stream, expected, events) =>
      retried(good, stream, expected, events, (head) =>
        good.append(
          stream,
          head,
          events.map((event) => ({ ...event, id: crypto.randomUUID() })),
        ),
      ),
  }),
  'takes the same id with other bytes for a resend': (good) => ({
    append: (stream, expected, events) =>
      retried(good, stream, expected, events, async (head) => {
        const stored = await good.readStream(stream);
        const known = stored.findLast(({ id }) => id === events[0]?.id);
        if (known) return { revision: known.revision, position: known.position };
        throw new RevisionConflict(stream, expected, head);
      }),
  }),
  'refuses what is sent again': (good) => ({
    async append(stream, expected, events) {
      const [last] = await good.readStream(stream, { direction: 'backward', limit: 1 });
      const actual = last?.revision ?? 'none';
      if (actual !== expected) throw new RevisionConflict(stream, expected, actual);
      return good.append(stream, expected, events);
    },
  }),
  'says a turn is one commit, and stores every other append later': (good) => {
    let begun = 0;
    return {
      turnIsOneCommit: true,
      async append(stream, expected, events) {
        if (++begun % 2 === 0) await new Promise((resolve) => setImmediate(resolve));
        return good.append(stream, expected, events);
      },
    };
  },
  'has a follower that skips an event now and then': (good) => ({
    async *follow(after, signal) {
      for await (const page of good.follow(after, signal)) yield page.filter((_, i) => i === 0 || i % 97 !== 0);
    },
  }),
  'has a follower that repeats the last event of a page': (good) => ({
    async *follow(after, signal) {
      for await (const page of good.follow(after, signal)) yield [...page, page.at(-1)!];
    },
  }),
  'has a follower that starts at its position instead of after it': (good) => ({
    follow: (after, signal) => good.follow(String(Math.max(0, Number(after) - 1)), signal),
  }),
  'has a follower that ends when it has caught up': (good) => ({
    async *follow(after) {
      yield await good.readAll(after, 10_000);
    },
  }),
  'gives an undefined causation for a missing one': (good) => ({
    readStream: async (stream, slice) =>
      (await good.readStream(stream, slice)).map((event) => ({ causation: undefined as unknown as string, ...event })),
  }),
  'reads backward without heeding from': (good) => ({
    readStream: (stream, { from = 0, ...slice } = {}) =>
      good.readStream(stream, slice.direction === 'backward' ? slice : { ...slice, from }),
  }),
  'cuts a page short before the end': (good) => ({
    readAll: (after, limit) => good.readAll(after, Math.min(limit, 500)),
  }),
  'goes on after it was closed': () => ({ close: async () => {} }),
};

describe('the event store contract', () => {
  test('is kept by the store the faulty ones are made of', async () => {
    expect(await firstFailure((good) => faulty(good, {}))).toBeUndefined();
  });

  for (const [fault, make] of Object.entries(faults)) {
    test(`catches a store that ${fault}`, async () => {
      expect(await firstFailure((good) => faulty(good, make(good)))).toBeDefined();
    });
  }
});

/** The name of the first check that fails, with a store of its own for each. */
async function firstFailure(make: (good: EventStore) => EventStore): Promise<string | undefined> {
  for (const { name, run } of eventStoreChecks) {
    const good = new MemoryEventStore();
    try {
      await run(make(good));
    } catch {
      return name;
    } finally {
      await good.close();
    }
  }
  return undefined;
}

function faulty(good: EventStore, fault: Partial<EventStore>): EventStore {
  return new Proxy(good, {
    get: (_, name) => {
      if (name in fault) return fault[name as keyof EventStore];
      const member = good[name as keyof EventStore];
      return typeof member === 'function' ? member.bind(good) : member;
    },
  });
}

/** Appends, and on a conflict over events the stream holds already does what the fault would. */
async function retried(
  good: EventStore,
  ...[stream, expected, events, otherwise]: [
    ...Parameters<EventStore['append']>,
    (head: ExpectedRevision) => ReturnType<EventStore['append']>,
  ]
): ReturnType<EventStore['append']> {
  const stored = await good.readStream(stream);
  const sentBefore = stored.some(({ id }) => id === events[0]?.id);
  if (!sentBefore) return good.append(stream, expected, events);
  return otherwise(stored.at(-1)?.revision ?? 'none');
}
