import { expect, test } from '@jest/globals';
import { closesAt } from '../../../src/domain/kernel/closing.js';
import type { Recurrence } from '../../../src/domain/kernel/schedule.js';

const zone = 'Asia/Shanghai';
const noon = { at: '2026-11-22T04:00:00.000Z', local: '2026-11-22T12:00:00.000+08:00' };
const closing = (hours: Recurrence['hours']) => closesAt({ zone, ...(hours && { hours }) }, noon.at, noon.local);

test('hours that hold now close at the end of the spell in which they hold', () => {
  const evening = { from: '18:00', to: '20:00' };
  const afternoon = { from: '10:00', to: '14:00' };
  expect(closing([evening, afternoon])).toBe('2026-11-22T06:00:00.000Z');
  expect(closing([afternoon, evening])).toBe('2026-11-22T06:00:00.000Z');
});

test('spells that touch or overlap close with the last of them', () => {
  expect(
    closing([
      { from: '11:00', to: '13:00' },
      { from: '13:00', to: '15:00' },
    ]),
  ).toBe('2026-11-22T07:00:00.000Z');
});

test('hours over midnight close tomorrow', () => {
  expect(closing([{ from: '10:00', to: '02:00' }])).toBe('2026-11-22T18:00:00.000Z');
});
