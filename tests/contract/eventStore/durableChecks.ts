import assert from 'node:assert/strict';
import { RevisionConflict } from '../../../src/commands/eventStore.js';
import type { DurableCheck } from './check.js';
import { anEvent, events, freshStream, streamOf } from './sampleEvents.js';

export const durableChecks: readonly DurableCheck[] = [
  {
    name: 'a store opened again has everything, at the same places',
    async run(store, reopen) {
      const before = await store.head();
      await streamOf(store, 3);
      await streamOf(store, 1_000);
      const head = await store.head();
      const log = await store.readAll(before, 2_000);
      const again = await reopen();
      assert.equal(await again.head(), head);
      assert.deepEqual(await again.readAll(before, 2_000), log);
    },
  },
  {
    name: 'a store opened again goes on where it was',
    async run(store, reopen) {
      const { stream } = await streamOf(store, 2);
      const again = await reopen();
      await assert.rejects(again.append(stream, 'none', [anEvent()]), RevisionConflict);
      assert.equal((await again.append(stream, 1, [anEvent()])).revision, 2);
    },
  },
  {
    name: 'events sent again after opening again give the first answer',
    async run(store, reopen) {
      const stream = freshStream();
      const sent = events(3);
      const first = await store.append(stream, 'none', sent);
      const again = await reopen();
      assert.deepEqual(await again.append(stream, 'none', sent), first);
      assert.equal((await again.readStream(stream)).length, 3);
    },
  },
];
