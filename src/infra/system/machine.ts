import { hash, randomFillSync } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 } from 'uuid';
import type { Machine } from '../../commands/ports.js';
import { instantOf } from '../../domain/kernel/instant.js';

/** Ids whose random bytes are fetched at once: one fetch costs as much as ten ids. */
const POOLED_IDS = 256;

/** The real clock, random and ids of this process. */
export function systemMachine(localTimeIn: Machine['localTimeIn']): Machine {
  return {
    now: clock(),
    newId: freshIds(),
    random: Math.random,
    sleep: (millis) => sleep(millis),
    sha256: (text) => hash('sha256', text, 'hex'),
    localTimeIn,
  };
}

/** Commands ask many times a millisecond. */
function clock(): Machine['now'] {
  let millis = Number.NaN;
  let instant = '';
  return () => {
    const now = Date.now();
    if (now !== millis) {
      millis = now;
      instant = instantOf(now);
    }
    return instant;
  };
}

function freshIds(): Machine['newId'] {
  const pool = new Uint8Array(POOLED_IDS * 16);
  let used = pool.length;
  return () => {
    if (used === pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    used += 16;
    return v7({ random: pool.subarray(used - 16, used) });
  };
}
