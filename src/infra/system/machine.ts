import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 } from 'uuid';
import type { Machine } from '../../commands/ports.js';
import { instantOf } from '../../domain/kernel/instant.js';

/** The real clock, random and ids of this process. */
export function systemMachine(localTimeIn: Machine['localTimeIn']): Machine {
  return {
    now: () => instantOf(Date.now()),
    newId: () => v7(),
    random: Math.random,
    sleep: (millis) => sleep(millis),
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
    localTimeIn,
  };
}
