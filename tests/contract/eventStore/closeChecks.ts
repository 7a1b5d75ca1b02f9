import assert from 'node:assert/strict';
import { START, StoreUnavailable } from '../../../src/commands/eventStore.js';
import { type Check, within } from './check.js';
import { anEvent, events, freshStream } from './sampleEvents.js';

export const closeChecks: readonly Check[] = [
  {
    name: 'closing twice is closing once',
    async run(store) {
      await Promise.all([store.close(), store.close()]);
      await store.close();
    },
  },
  {
    name: 'a closed store refuses appends and reads as unavailable',
    async run(store) {
      const stream = freshStream();
      await store.append(stream, 'none', events(1));
      await store.close();
      await assert.rejects(store.append(stream, 0, [anEvent()]), StoreUnavailable);
      await assert.rejects(store.readStream(stream), StoreUnavailable);
      await assert.rejects(store.readAll(START, 10), StoreUnavailable);
      await assert.rejects(store.head(), StoreUnavailable);
    },
  },
  {
    name: 'closing waits for the appends under way, and they get their answers',
    async run(store) {
      const underWay = Array.from({ length: 1_500 }, () => store.append(freshStream(), 'none', events(1)));
      let answered = 0;
      for (const append of underWay) append.then(() => answered++);
      await store.close();
      assert.equal(answered, 1_500);
    },
  },
  {
    name: 'closing ends followers without an error, those that wait and those that are fed',
    async run(store) {
      await store.append(freshStream(), 'none', events(5));
      const head = await store.head();
      await within('followers of a closed store', async (signal) => {
        const waiting = [head, head, START].map(async (after) => {
          for await (const _ of store.follow(after, signal));
        });
        await new Promise((resolve) => setImmediate(resolve));
        await store.close();
        await Promise.all(waiting);
        for await (const _ of store.follow(START, signal)) assert.fail('a closed store has nothing to follow');
      });
    },
  },
];
