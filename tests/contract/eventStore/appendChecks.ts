import assert from 'node:assert/strict';
import { START } from '../../../src/commands/eventStore.js';
import type { Check } from './check.js';
import { anEvent, asAppended, events, freshStream, idsOf, streamOf } from './sampleEvents.js';

export const appendChecks: readonly Check[] = [
  {
    name: 'the first event of a stream has revision 0, and the answer says where the last one is',
    async run(store) {
      const stream = freshStream();
      const answer = await store.append(stream, 'none', events(3));
      const stored = await store.readStream(stream);
      assert.deepEqual(
        stored.map(({ revision }) => revision),
        [0, 1, 2],
      );
      assert.deepEqual(answer, { revision: 2, position: stored[2]!.position });
      assert.equal(await store.head(), answer.position);
      assert.notEqual(answer.position, START);
    },
  },
  {
    name: 'appending at the revision that was read goes on from there',
    async run(store) {
      const { stream } = await streamOf(store, 2);
      const answer = await store.append(stream, 1, events(2));
      assert.equal(answer.revision, 3);
      assert.equal((await store.readStream(stream)).length, 4);
    },
  },
  {
    name: 'the events of one append are stored in the order they were given',
    async run(store) {
      const { stream, appended } = await streamOf(store, 100);
      assert.deepEqual(idsOf(await store.readStream(stream)), idsOf(appended));
    },
  },
  {
    name: 'appends begun in one turn are stored in that order, where the store says so',
    async run(store) {
      if (!store.turnIsOneCommit) return;
      const [one, two] = [freshStream(), freshStream()];
      const begun = events(200).map((event, n) => ({ stream: n % 3 === 0 ? one : two, event }));
      const next = new Map([one, two].map((stream) => [stream, 0]));
      const before = await store.head();
      await Promise.all(
        begun.map(({ stream, event }) => {
          const revision = next.get(stream)!;
          next.set(stream, revision + 1);
          return store.append(stream, revision === 0 ? 'none' : revision - 1, [event]);
        }),
      );
      const stored = (await store.readAll(before, 10_000)).filter(({ stream }) => stream === one || stream === two);
      assert.deepEqual(idsOf(stored), idsOf(begun.map(({ event }) => event)));
    },
  },
  {
    name: 'an append of no events is refused',
    async run(store) {
      await assert.rejects(store.append(freshStream(), 'none', []), RangeError);
    },
  },
  {
    name: 'a revision that is none is refused',
    async run(store) {
      for (const revision of [-1, 0.5, Number.NaN]) {
        await assert.rejects(store.append(freshStream(), revision, [anEvent()]), RangeError);
      }
    },
  },
  {
    name: 'every field comes back to the byte',
    async run(store) {
      const stream = freshStream();
      const plain = anEvent({ data: '{"名":"富士苹果 🍎🍏","note":"tab\\t, quote\\" and \\u0000","n":0.1}' });
      const caused = anEvent({
        causation: 'cause-1',
        schemaVersion: 7,
        shop: '果园',
        actor: { principal: '操作员🧑‍🌾', role: 'auditor' },
        effectiveFrom: '2031-01-01T00:00:00.001Z',
        correlation: '',
        data: '{}',
      });
      await store.append(stream, 'none', [plain, caused]);
      const [first, second] = await store.readStream(stream);
      assert.deepEqual(asAppended(first!), plain);
      assert.deepEqual(asAppended(second!), caused);
      assert.equal('causation' in first!, false);
      assert.equal(first!.stream, stream);
    },
  },
  {
    name: 'what an appender does to its events afterwards changes nothing in the log',
    async run(store) {
      const stream = freshStream();
      const event = anEvent();
      await store.append(stream, 'none', [event]);
      Object.assign(event, { data: '{"fen":1}' });
      assert.equal((await store.readStream(stream))[0]!.data, '{"fen":1250}');
    },
  },
];
