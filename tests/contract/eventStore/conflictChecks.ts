import assert from 'node:assert/strict';
import { type EventStore, type ExpectedRevision, RevisionConflict } from '../../../src/commands/eventStore.js';
import type { StreamName } from '../../../src/domain/kernel/stream.js';
import type { Check } from './check.js';
import { anEvent, events, freshStream, idsOf, streamOf } from './sampleEvents.js';

export const conflictChecks: readonly Check[] = [
  {
    name: 'a stream expected not to exist, but does, is a conflict that says where it is',
    async run(store) {
      const { stream } = await streamOf(store, 2);
      await conflict(store, stream, 'none', 1);
    },
  },
  {
    name: 'a stream expected at a revision, but missing, is a conflict',
    async run(store) {
      await conflict(store, freshStream(), 0, 'none');
    },
  },
  {
    name: 'a stream that is behind or beyond the expected revision is a conflict',
    async run(store) {
      const { stream } = await streamOf(store, 3);
      await conflict(store, stream, 1, 2);
      await conflict(store, stream, 3, 2);
    },
  },
  {
    name: 'a conflict stores none of its events',
    async run(store) {
      const { stream, appended } = await streamOf(store, 2);
      const head = await store.head();
      await assert.rejects(store.append(stream, 0, events(5)), RevisionConflict);
      assert.deepEqual(idsOf(await store.readStream(stream)), idsOf(appended));
      assert.equal(await store.head(), head);
    },
  },
  {
    name: 'of appends at one revision in one moment exactly one wins',
    async run(store) {
      const { stream } = await streamOf(store, 1);
      const tries = Array.from({ length: 50 }, () => store.append(stream, 0, events(2)));
      const outcomes = await Promise.allSettled(tries);
      const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
      assert.equal(lost.length, 49);
      for (const { reason } of lost) assert.ok(reason instanceof RevisionConflict, String(reason));
      assert.equal((await store.readStream(stream)).length, 3);
    },
  },
  {
    name: 'a conflict fails alone: appends to other streams in the same moment are stored',
    async run(store) {
      const { stream } = await streamOf(store, 1);
      const others = Array.from({ length: 20 }, freshStream);
      const stored = others.map((other) => store.append(other, 'none', events(2)));
      const lost = store.append(stream, 'none', [anEvent()]);
      await assert.rejects(lost, RevisionConflict);
      await Promise.all(stored);
      for (const other of others) assert.equal((await store.readStream(other)).length, 2);
    },
  },
  {
    name: 'fifty writers that retry on one stream have one winner a revision and leave no gap',
    async run(store) {
      const stream = freshStream();
      const won = await Promise.all(Array.from({ length: 50 }, () => winTimes(store, stream, 2)));
      const stored = await store.readStream(stream);
      assert.deepEqual(
        stored.map(({ revision }) => revision),
        Array.from({ length: 100 }, (_, revision) => revision),
      );
      assert.deepEqual(idsOf(stored).sort(), won.flat().sort());
    },
  },
];

async function conflict(store: EventStore, stream: StreamName, expected: ExpectedRevision, actual: ExpectedRevision) {
  await assert.rejects(store.append(stream, expected, [anEvent()]), (error) => {
    assert.ok(error instanceof RevisionConflict, String(error));
    assert.deepEqual({ ...error }, { name: 'RevisionConflict', stream, expected, actual });
    return true;
  });
}

/** Appends one event this many times, each try at the revision the last answer or conflict told. @returns the ids that won. */
async function winTimes(store: EventStore, stream: StreamName, times: number): Promise<string[]> {
  const ids: string[] = [];
  for (let at: ExpectedRevision = 'none'; ids.length < times; ) {
    const event = anEvent();
    try {
      at = (await store.append(stream, at, [event])).revision;
      ids.push(event.id);
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
      at = error.actual;
    }
  }
  return ids;
}
