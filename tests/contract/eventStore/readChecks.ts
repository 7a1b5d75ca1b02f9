import assert from 'node:assert/strict';
import { comparePositions, type FoldedEvent, type StoredEvent } from '../../../src/commands/eventStore.js';
import type { Check } from './check.js';
import { anEvent, freshStream, idsOf, streamOf } from './sampleEvents.js';

export const readChecks: readonly Check[] = [
  {
    name: 'a stream nobody wrote to is empty in both directions',
    async run(store) {
      assert.deepEqual(await store.readStream(freshStream()), []);
      assert.deepEqual(await store.readStream(freshStream(), { direction: 'backward' }), []);
    },
  },
  {
    name: 'a stream is read forward from a revision, as many as asked for',
    async run(store) {
      const { stream } = await streamOf(store, 10);
      assert.deepEqual(revisions(await store.readStream(stream, { from: 7 })), [7, 8, 9]);
      assert.deepEqual(revisions(await store.readStream(stream, { from: 2, limit: 3 })), [2, 3, 4]);
      assert.deepEqual(revisions(await store.readStream(stream, { limit: 1 })), [0]);
      assert.deepEqual(await store.readStream(stream, { from: 10 }), []);
    },
  },
  {
    name: 'a stream is read backward from its end or a revision, as many as asked for',
    async run(store) {
      const { stream } = await streamOf(store, 5);
      const backward = { direction: 'backward' } as const;
      assert.deepEqual(revisions(await store.readStream(stream, backward)), [4, 3, 2, 1, 0]);
      assert.deepEqual(revisions(await store.readStream(stream, { ...backward, limit: 1 })), [4]);
      assert.deepEqual(revisions(await store.readStream(stream, { ...backward, from: 2 })), [2, 1, 0]);
      assert.deepEqual(revisions(await store.readStream(stream, { ...backward, from: 3, limit: 2 })), [3, 2]);
      assert.deepEqual(revisions(await store.readStream(stream, { ...backward, from: 99, limit: 2 })), [4, 3]);
    },
  },
  {
    name: 'a long stream is read in pages of at most 1,000',
    async run(store) {
      const { stream } = await streamOf(store, 1_000);
      await store.append(stream, 999, (await streamOf(store, 5)).appended.map(renamed));
      assert.equal((await store.readStream(stream)).length, 1_000);
      assert.deepEqual(revisions(await store.readStream(stream, { from: 1_000 })), [1_000, 1_001, 1_002, 1_003, 1_004]);
    },
  },
  {
    name: 'what is read to fold says of each event what the whole event says',
    async run(store) {
      const { stream } = await streamOf(store, 5);
      await store.append(stream, 4, [anEvent({ effectiveFrom: '2020-01-01T00:00:00.000Z' })]);
      const whole = await store.readStream(stream, { from: 2, limit: 3 });
      const folded = (await store.readToFold?.(stream, 2, 3)) ?? whole;
      assert.deepEqual(folded.map(toFold), whole.map(toFold));
      const end = (await store.readToFold?.(stream, 5, 3)) ?? (await store.readStream(stream, { from: 5 }));
      assert.deepEqual(
        end.map(({ effectiveFrom }) => effectiveFrom),
        ['2020-01-01T00:00:00.000Z'],
      );
    },
  },
  {
    name: 'a page of no size or beyond the limit is refused, not cut short',
    async run(store) {
      const { stream } = await streamOf(store, 1);
      for (const limit of [0, -1, 1.5, 1_001]) await assert.rejects(store.readStream(stream, { limit }), RangeError);
      const head = await store.head();
      for (const limit of [0, -1, 1.5, 10_001]) await assert.rejects(store.readAll(head, limit), RangeError);
    },
  },
  {
    name: 'all events after a position come in order, page by page, the short page being the last',
    async run(store) {
      const before = await store.head();
      const appended = [];
      for (const count of [3, 1, 4]) appended.push(...(await streamOf(store, count)).appended);
      const sizes: number[] = [];
      const read: StoredEvent[] = [];
      for (let page: readonly StoredEvent[]; sizes.at(-1) !== 2; read.push(...page)) {
        page = await store.readAll(read.at(-1)?.position ?? before, 3);
        sizes.push(page.length);
        assert.ok(sizes.length <= 3, `pages of ${sizes}`);
      }
      assert.deepEqual(sizes, [3, 3, 2]);
      assert.deepEqual(idsOf(read), idsOf(appended));
      assert.deepEqual(await store.readAll(await store.head(), 10), []);
    },
  },
  {
    name: 'a page of 10,000 holds what several reads of the database give',
    async run(store) {
      const before = await store.head();
      const appended = [];
      for (const count of [1_000, 1_000, 200]) appended.push(...(await streamOf(store, count)).appended);
      assert.deepEqual(idsOf(await store.readAll(before, 10_000)), idsOf(appended));
      assert.deepEqual(idsOf(await store.readAll(before, 2_100)), idsOf(appended.slice(0, 2_100)));
    },
  },
  {
    name: 'positions rise, and reading a stream and reading all say the same of an event',
    async run(store) {
      const before = await store.head();
      const { stream } = await streamOf(store, 20);
      const all = await store.readAll(before, 100);
      assert.deepEqual(await store.readStream(stream), all);
      for (const [i, event] of all.entries()) {
        assert.ok(comparePositions(all[i - 1]?.position ?? before, event.position) < 0);
      }
    },
  },
  {
    name: 'a position that is none is refused',
    async run(store) {
      for (const position of ['', '-1', 'x', '1.5']) await assert.rejects(store.readAll(position, 1), RangeError);
    },
  },
];

function revisions(read: readonly StoredEvent[]): number[] {
  return read.map(({ revision }) => revision);
}

function toFold(event: FoldedEvent): FoldedEvent {
  const { type, schemaVersion, stream, revision, position, recordedAt, effectiveFrom, commandId, data } = event;
  return { type, schemaVersion, stream, revision, position, recordedAt, effectiveFrom, commandId, data };
}

function renamed<E extends { id: string }>(event: E): E {
  return { ...event, id: crypto.randomUUID() };
}
