import { expect } from '@jest/globals';
import { START, type StoredEvent } from '../../../src/commands/eventStore.js';
import { within } from '../eventStore/check.js';
import { type BusUnderTest, type Check, happen, takeUntil } from './check.js';

/** All events of the category, as the log has them. */
async function inLog({ store, category }: BusUnderTest): Promise<readonly StoredEvent[]> {
  return (await store.readAll(START, 10_000)).filter(({ stream }) => stream.startsWith(`${category}-`));
}

export const deliveryChecks: readonly Check[] = [
  {
    name: 'delivers what is in the log, in its order and to the byte',
    run: async (under) => {
      await happen(under, under.category, 'a', 3);
      await happen(under, 'other', 'x', 2);
      const head = await happen(under, under.category, 'b', 2);
      const taken = await within('events', (signal) => takeUntil(under, START, head, signal));
      expect(taken.events).toEqual(await inLog(under));
    },
  },
  {
    name: 'delivers what happens while it is subscribed to',
    run: async (under) => {
      const first = await happen(under, under.category, 'a', 1);
      let appended = false;
      const more = async () => {
        if (!appended) await happen(under, under.category, 'a', 5);
        appended = true;
      };
      const until = String(BigInt(first) + 5n);
      const taken = await within('events', (signal) => takeUntil(under, START, until, signal, more));
      expect(taken.events).toEqual(await inLog(under));
    },
  },
  {
    name: 'tells how far the log is known, though nothing of it concerns the subscriber',
    run: async (under) => {
      await happen(under, under.category, 'a', 1);
      const head = await happen(under, 'other', 'x', 3);
      const taken = await within('a position', (signal) => takeUntil(under, START, head, signal));
      expect(taken).toEqual({ events: await inLog(under), position: head });
    },
  },
  {
    name: 'goes on after the position it is asked for',
    run: async (under) => {
      const before = await happen(under, under.category, 'a', 3);
      const head = await happen(under, under.category, 'a', 2);
      const taken = await within('events', (signal) => takeUntil(under, before, head, signal));
      expect(taken.events).toEqual((await inLog(under)).slice(3));
    },
  },
  {
    name: 'delivers again what a subscriber had in its hands when it left',
    run: async (under) => {
      const head = await happen(under, under.category, 'a', 4);
      await within('a delivery', async (signal) => {
        for await (const _ of under.bus.subscribe(START, signal)) break;
      });
      const taken = await within('events', (signal) => takeUntil(under, START, head, signal));
      expect(taken.events).toEqual(await inLog(under));
    },
  },
  {
    name: 'delivers everything to one that starts over after it had taken all',
    run: async (under) => {
      const head = await happen(under, under.category, 'a', 4);
      await within('events', (signal) => takeUntil(under, START, head, signal));
      const later = await happen(under, under.category, 'b', 2);
      const taken = await within('events', (signal) => takeUntil(under, START, later, signal));
      expect(taken.events).toEqual(await inLog(under));
    },
  },
  {
    name: 'keeps its order over thousands of events',
    run: async (under) => {
      let head = START;
      for (let n = 0; n < 5; n++) {
        await happen(under, under.category, `s${n}`, 500);
        head = await happen(under, 'other', 'x', 100);
      }
      const taken = await within('events', (signal) => takeUntil(under, START, head, signal));
      expect(taken.events).toEqual(await inLog(under));
    },
  },
  {
    name: 'ends without a word when the signal aborts',
    run: async (under) => {
      const stop = new AbortController();
      const ended = takeUntil(under, START, '999999999999', stop.signal);
      stop.abort();
      await within('its end', () => ended);
    },
  },
];
