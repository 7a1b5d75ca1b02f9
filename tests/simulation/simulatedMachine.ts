import { createHash } from 'node:crypto';
import type { Machine } from '../../src/commands/ports.js';
import { instantOf, plusMillis } from '../../src/domain/kernel/instant.js';
import type { Dice } from '../oracle/generate/dice.js';
import type { Owner, Scheduler } from './scheduler.js';

/** A quarter past eleven in the evening in Shanghai: the runs cross midnight there. */
export const BEGAN_AT = Date.parse('2026-11-22T15:15:00.000Z');

/** What commands take from the machine of one process: its own clock, wrong by so much, and chance out of the seed. */
export function simulatedMachine(scheduler: Scheduler, dice: Dice, owner: Owner, skewMillis: number): Machine {
  const now = () => instantOf(BEGAN_AT + scheduler.now + skewMillis);
  const hex = (digits: number) => Array.from({ length: digits }, () => dice.between(0, 15).toString(16)).join('');
  return {
    now,
    newId: () => `${hex(8)}-${hex(4)}-7${hex(3)}-8${hex(3)}-${hex(12)}`,
    random: () => dice.throw(),
    sleep: (millis) => scheduler.wait(owner, millis, 'sleep'),
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
    // Every zone is Shanghai, which has no summer time.
    localTimeIn: (_zone, at) => `${plusMillis(at, 8 * 3_600_000).slice(0, 23)}+08:00`,
  };
}
