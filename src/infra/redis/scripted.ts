import type { Redis } from 'ioredis';
import { SCRIPTS } from './scripts.js';

interface Scripted {
  orchardCommit(
    checkpoint: string,
    all: string,
    from: string,
    to: string,
    parked: string,
    ...words: string[]
  ): Promise<number>;
  orchardReset(checkpoint: string, all: string, begin: string): Promise<number>;
  orchardLookUp(keys: number, ...keysAndFields: string[]): Promise<(string | null)[] | null>;
  orchardLead(keeper: string, holder: string, millis: number): Promise<number>;
}

const known = new WeakSet<Redis>();

/** A connection with Orchard's scripts; they are sent once, and again to a server that does not know them. */
export function scripted(redis: Redis): Scripted {
  if (!known.has(redis)) {
    for (const [name, definition] of Object.entries(SCRIPTS)) redis.defineCommand(name, definition);
    known.add(redis);
  }
  return redis as unknown as Scripted;
}
