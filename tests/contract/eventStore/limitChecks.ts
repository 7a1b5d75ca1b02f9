import assert from 'node:assert/strict';
import { eventBytes } from '../../../src/commands/appendLimits.js';
import {
  AppendTooLarge,
  type EventStore,
  type EventToAppend,
  MAX_APPEND_BYTES,
  MAX_EVENT_BYTES,
  MAX_EVENTS_PER_APPEND,
} from '../../../src/commands/eventStore.js';
import type { Check } from './check.js';
import { anEvent, events, freshStream, idsOf } from './sampleEvents.js';

export const limitChecks: readonly Check[] = [
  {
    name: 'an event is stored up to the limit of its size and refused one byte beyond',
    async run(store) {
      await isStored(store, [eventOf(MAX_EVENT_BYTES - 1)]);
      await isStored(store, [eventOf(MAX_EVENT_BYTES)]);
      await isTooLarge(store, [eventOf(MAX_EVENT_BYTES + 1)]);
    },
  },
  {
    name: 'the size of an event counts bytes, not letters',
    async run(store) {
      const room = MAX_EVENT_BYTES - eventBytes(anEvent({ data: '""' }));
      await isStored(store, [anEvent({ data: `"${'果'.repeat(Math.floor(room / 3))}"` })]);
      await isTooLarge(store, [anEvent({ data: `"${'果'.repeat(Math.floor(room / 3) + 1)}"` })]);
    },
  },
  {
    name: 'an append is stored up to the limit of its size and refused one byte beyond, whole',
    async run(store) {
      const most = [eventOf(250_000), eventOf(250_000), eventOf(250_000)];
      await isStored(store, [...most, eventOf(MAX_APPEND_BYTES - 750_001)]);
      await isStored(store, [...fresh(most), eventOf(MAX_APPEND_BYTES - 750_000)]);
      await isTooLarge(store, [...fresh(most), eventOf(MAX_APPEND_BYTES - 749_999)]);
    },
  },
  {
    name: 'an append holds up to the limit of events and not one more',
    async run(store) {
      await isStored(store, events(MAX_EVENTS_PER_APPEND - 1));
      await isStored(store, events(MAX_EVENTS_PER_APPEND));
      await isTooLarge(store, events(MAX_EVENTS_PER_APPEND + 1));
    },
  },
  {
    name: 'a text no store can give back is refused',
    async run(store) {
      for (const text of ['\0', '\ud83c', '\udf4e\ud83c']) {
        const actor = { principal: text, role: 'operator' };
        await assert.rejects(store.append(freshStream(), 'none', [anEvent({ data: `"${text}"` })]), RangeError);
        await assert.rejects(store.append(freshStream(), 'none', [anEvent({ actor })]), RangeError);
      }
    },
  },
];

function eventOf(bytes: number): EventToAppend {
  return anEvent({ data: `"${'x'.repeat(bytes - eventBytes(anEvent({ data: '""' })))}"` });
}

function fresh(list: readonly EventToAppend[]): EventToAppend[] {
  return list.map(({ data }) => anEvent({ data }));
}

async function isStored(store: EventStore, list: readonly EventToAppend[]): Promise<void> {
  const stream = freshStream();
  await store.append(stream, 'none', list);
  const stored = await store.readStream(stream);
  assert.deepEqual(idsOf(stored), idsOf(list));
  assert.ok(
    stored.every(({ data }, i) => data === list[i]!.data),
    'the data came back as it was',
  );
}

async function isTooLarge(store: EventStore, list: readonly EventToAppend[]): Promise<void> {
  const stream = freshStream();
  const head = await store.head();
  await assert.rejects(store.append(stream, 'none', list), AppendTooLarge);
  assert.deepEqual(await store.readStream(stream), []);
  assert.equal(await store.head(), head);
}
