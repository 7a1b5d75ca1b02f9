import assert from 'node:assert/strict';
import { RevisionConflict } from '../../../src/commands/eventStore.js';
import type { Check } from './check.js';
import { anEvent, events, freshStream, idsOf } from './sampleEvents.js';

export const resendChecks: readonly Check[] = [
  {
    name: 'events sent again give the first answer and are stored once',
    async run(store) {
      const stream = freshStream();
      const sent = events(3);
      const first = await store.append(stream, 'none', sent);
      assert.deepEqual(await store.append(stream, 'none', sent), first);
      const next = [anEvent({ causation: 'cause-1' })];
      const second = await store.append(stream, 2, next);
      assert.deepEqual(await store.append(stream, 2, next), second);
      assert.deepEqual(idsOf(await store.readStream(stream)), idsOf([...sent, ...next]));
      assert.equal(await store.head(), second.position);
    },
  },
  {
    name: 'events sent again after others came give the first answer still',
    async run(store) {
      const stream = freshStream();
      const sent = events(2);
      const first = await store.append(stream, 'none', sent);
      await store.append(stream, 1, events(5));
      assert.deepEqual(await store.append(stream, 'none', sent), first);
      assert.equal((await store.readStream(stream)).length, 7);
    },
  },
  {
    name: 'events sent twice in one moment are stored once and both get the same answer',
    async run(store) {
      const stream = freshStream();
      const sent = events(2);
      const [one, other] = await Promise.all([store.append(stream, 'none', sent), store.append(stream, 'none', sent)]);
      assert.deepEqual(one, other);
      assert.equal((await store.readStream(stream)).length, 2);
    },
  },
  {
    name: 'the same id with other bytes is a conflict, never a silent success',
    async run(store) {
      const stream = freshStream();
      const sent = anEvent({ causation: 'cause-1' });
      await store.append(stream, 'none', [sent]);
      const { causation, ...uncaused } = sent;
      const altered = [
        { ...sent, data: '{"fen":1}' },
        { ...sent, type: 'sample-altered' },
        { ...sent, schemaVersion: 2 },
        { ...sent, requestHash: 'b'.repeat(64) },
        { ...sent, recordedAt: '2026-11-22T12:00:00.001Z' },
        { ...sent, actor: { ...sent.actor, role: 'auditor' } },
        uncaused,
      ];
      for (const event of altered) await assert.rejects(store.append(stream, 'none', [event]), RevisionConflict);
      assert.equal((await store.readStream(stream)).length, 1);
    },
  },
  {
    name: 'events sent again with one more, or in another order, are a conflict',
    async run(store) {
      const stream = freshStream();
      const sent = events(2);
      await store.append(stream, 'none', sent);
      await assert.rejects(store.append(stream, 'none', [...sent, anEvent()]), RevisionConflict);
      await assert.rejects(store.append(stream, 'none', [sent[1]!, sent[0]!]), RevisionConflict);
      assert.equal((await store.readStream(stream)).length, 2);
    },
  },
  {
    name: 'other events at the same stale revision are a conflict',
    async run(store) {
      const stream = freshStream();
      await store.append(stream, 'none', events(2));
      await assert.rejects(store.append(stream, 'none', events(2)), RevisionConflict);
    },
  },
];
