import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Appointment, OrderAgenda } from '../../../src/commands/processes/orderAgenda.js';
import { instantOf } from '../../../src/domain/kernel/instant.js';

const appointment = fc.record({
  shop: fc.constantFrom('demo', 'other'),
  id: fc.constantFrom('o1', 'o2', 'o3', 'o4', 'o5', 'o6'),
  at: fc.integer({ min: 0, max: 20 }).map(instantOf),
});

test('gives each order once, at its earliest appointment, the earliest first', () => {
  fc.assert(
    fc.property(fc.array(appointment, { maxLength: 60 }), (appointments) => {
      const agenda = new OrderAgenda();
      const earliest = new Map<string, string>();
      for (const one of appointments) {
        agenda.add(one);
        const key = `${one.shop}.${one.id}`;
        const known = earliest.get(key);
        if (known === undefined || one.at < known) earliest.set(key, one.at);
      }
      expect(agenda.size).toBe(earliest.size);
      const given: Appointment[] = [];
      for (let millis = 0; millis <= 20; millis++) {
        const due = agenda.due(instantOf(millis), 1_000);
        expect(due.every(({ at }) => at === instantOf(millis))).toBe(true);
        given.push(...due);
      }
      expect(new Map(given.map(({ shop, id, at }) => [`${shop}.${id}`, at]))).toEqual(earliest);
      expect(given).toHaveLength(earliest.size);
      expect(agenda.next()).toBeNull();
    }),
  );
});

test('gives at most so many at once', () => {
  const agenda = new OrderAgenda();
  for (let n = 0; n < 5; n++) agenda.add({ shop: 'demo', id: `o${n}`, at: instantOf(n) });
  expect(agenda.due(instantOf(9), 3)).toHaveLength(3);
  expect(agenda.due(instantOf(9), 3)).toHaveLength(2);
});
