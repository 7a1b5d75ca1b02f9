import { describe, expect, test } from '@jest/globals';
import { asOfOf } from '../../../src/commands/asOf/asOf.js';
import { asOfSaid } from '../../../src/commands/asOf/asOfSaid.js';
import type { EventStore } from '../../../src/commands/eventStore.js';
import { MemoryEventStore } from '../../../src/infra/memory/memoryEventStore.js';
import { anEvent } from '../../contract/eventStore/sampleEvents.js';

const minute = (n: number) => `2026-11-22T12:${String(n).padStart(2, '0')}:00.000Z`;
const NOW = minute(59);

/** A log with an event at each of these minutes. */
async function logAt(...minutes: readonly number[]): Promise<EventStore> {
  const store = new MemoryEventStore();
  for (const [index, n] of minutes.entries()) {
    await store.append(`sample-orchard.${index}`, 'none', [anEvent({ recordedAt: minute(n) })]);
  }
  return store;
}

/** A log whose places are only those of its events, as some servers number them. */
async function sparseLogAt(...minutes: readonly number[]): Promise<EventStore> {
  const store = await logAt(...minutes);
  const wide = (position: string) => String(Number(position) * 100);
  return {
    head: async () => wide(await store.head()),
    readAll: async (after: string, limit: number) => {
      if (Number(after) % 100 !== 0) throw new RangeError(`${after} is no place`);
      const page = await store.readAll(String(Number(after) / 100), limit);
      return page.map((event) => ({ ...event, position: wide(event.position) }));
    },
  } as Partial<EventStore> as EventStore;
}

const asOf = async (store: EventStore, said: string) => asOfOf(store, NOW, asOfSaid.parse(said));
const refusal = (code: string, facts: object) => expect.objectContaining({ code, facts });

describe('As of an instant', () => {
  test('stands at the last event that was recorded by then', async () => {
    const store = await logAt(...Array.from({ length: 50 }, (_, n) => n));
    for (const n of [0, 1, 17, 48, 49]) {
      const between = minute(n).replace(':00.000Z', ':30.000Z');
      expect(await asOf(store, minute(n))).toEqual({ position: String(n + 1), at: minute(n) });
      expect(await asOf(store, between)).toEqual({ position: String(n + 1), at: between });
    }
  });

  test('takes all events of one instant', async () => {
    expect(await asOf(await logAt(1, 5, 5, 5, 9), minute(5))).toEqual({ position: '4', at: minute(5) });
  });

  test('takes any offset', async () => {
    expect(await asOf(await logAt(1, 5), '2026-11-22T20:01:30+08:00')).toMatchObject({ position: '1' });
  });

  test('is found by reading where positions do not count', async () => {
    const store = await sparseLogAt(1, 5, 9);
    expect(await asOf(store, minute(5))).toEqual({ position: '200', at: minute(5) });
    expect(await asOf(store, minute(30))).toEqual({ position: '300', at: minute(30) });
    expect(await asOf(store, 'position:250')).toEqual({ position: '200', at: minute(5) });
  });

  test('before the first event is refused, with where the log begins', async () => {
    for (const store of [await logAt(5, 6), await sparseLogAt(5, 6)]) {
      await expect(asOf(store, minute(4))).rejects.toEqual(
        refusal('AS_OF_TOO_EARLY', expect.objectContaining({ recordedAt: minute(5) }) as object),
      );
    }
    await expect(asOf(await logAt(), minute(4))).rejects.toEqual(refusal('AS_OF_TOO_EARLY', {}));
  });

  test('in the future is refused: more may still be recorded by then', async () => {
    await expect(asOf(await logAt(5), '2026-11-22T13:00:00Z')).rejects.toEqual(refusal('AS_OF_TOO_LATE', { now: NOW }));
  });
});

describe('As of a position', () => {
  test('stands at that event, on its clock', async () => {
    expect(await asOf(await logAt(1, 5, 9), 'position:2')).toEqual({ position: '2', at: minute(5) });
  });

  test('past the end is refused, with where the log ends; 0 is before the first event', async () => {
    const store = await logAt(1, 5, 9);
    await expect(asOf(store, 'position:4')).rejects.toEqual(refusal('AS_OF_TOO_LATE', { head: '3' }));
    await expect(asOf(store, 'position:9999999999999999999')).rejects.toEqual(refusal('AS_OF_TOO_LATE', { head: '3' }));
    await expect(asOf(store, 'position:0')).rejects.toEqual(
      refusal('AS_OF_TOO_EARLY', { position: '1', recordedAt: minute(1) }),
    );
  });
});

describe('As of anything else', () => {
  test.each([
    '',
    'yesterday',
    '2026-11-11',
    '2026-02-30T00:00:00Z',
    '12345',
    'position:',
    'position:-1',
    'position:01',
  ])('%p is refused with what it must be', (said) => {
    const { error } = asOfSaid.safeParse(said);
    expect(error?.issues[0]?.message).toMatch(/must be an instant such as .* or position:12345/);
  });
});
