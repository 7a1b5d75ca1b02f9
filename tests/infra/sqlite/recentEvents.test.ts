import { expect, test } from '@jest/globals';
import type { StoredEvent } from '../../../src/commands/eventStore.js';
import { type EventRow, rowOf } from '../../../src/infra/sql/eventRow.js';
import { RecentEvents } from '../../../src/infra/sqlite/recentEvents.js';
import { anEvent } from '../../contract/eventStore/sampleEvents.js';

/** Rows as a transaction stored them at these positions. */
function rows(from: number, to: number): EventRow[] {
  return Array.from({ length: to - from + 1 }, (_, i) => rowOf(anEvent(), 'sample-demo.a', from + i - 1, from + i));
}

const positions = (events: readonly StoredEvent[]) => events.map(({ position }) => position).join(' ');

test('what was committed last is handed to who follows, from any place in it', () => {
  const recent = new RecentEvents();
  recent.add(rows(4, 6));
  recent.add(rows(7, 7));
  recent.add(rows(8, 9));
  expect(positions(recent.after(3, 100))).toBe('4 5 6 7 8 9');
  expect(positions(recent.after(5, 100))).toBe('6 7 8 9');
  expect(positions(recent.after(6, 2))).toBe('7 8');
  expect(positions(recent.after(8, 100))).toBe('9');
});

test('who is further behind, or at the end, gets nothing', () => {
  const recent = new RecentEvents();
  expect(recent.after(0, 100)).toEqual([]);
  recent.add(rows(4, 6));
  expect(recent.after(2, 100)).toEqual([]);
  expect(recent.after(6, 100)).toEqual([]);
});

test('never skips what it was not told', () => {
  const recent = new RecentEvents();
  recent.add(rows(1, 3));
  recent.add(rows(6, 7));
  expect(recent.after(2, 100)).toEqual([]);
  expect(positions(recent.after(5, 100))).toBe('6 7');
});

test('forgets the oldest beyond its bounds', () => {
  const recent = new RecentEvents();
  for (let from = 1; from < 2_000; from += 500) recent.add(rows(from, from + 499));
  expect(recent.after(999, 100)).toEqual([]);
  expect(positions(recent.after(1_000, 2))).toBe('1001 1002');
});
