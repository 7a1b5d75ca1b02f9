import { RedisConnection } from '../redis/redisConnection.js';
import { RedisPricingViews } from '../redis/redisPricingViews.js';
import { RedisRollCall } from '../redis/redisRollCall.js';
import { RedisUnusable } from '../redis/redisUnusable.js';
import type { Adapters } from './adapterChoices.js';

/** A caller waits at most so long for Redis before the answer is sought elsewhere. */
const LOOKUP_MILLIS = 250;
/** Rules of thousands of promotions are megabytes. */
const STEP_MILLIS = 10_000;

/** All that a process does with Redis; nothing is connected before it is used. */
export function redisParts({ urls, redisPrefix }: Adapters) {
  const url = urls.redis!;
  const reading = new RedisConnection(url, 'lookups', LOOKUP_MILLIS);
  const writing = new RedisConnection(url, 'steps', STEP_MILLIS);
  return {
    views: new RedisPricingViews(reading, writing, redisPrefix),
    rollCall: new RedisRollCall(reading, redisPrefix),
    /** Nothing waits for a Redis that is away. @throws RedisUnusable for one that will not do as it is. */
    check: async (say: (sentence: string) => void) => {
      try {
        await writing.call((redis) => redis.ping());
      } catch (error) {
        if (error instanceof RedisUnusable) throw error;
        say(`${(error as Error).message}; meanwhile prices begin with the tables.`);
      }
    },
    close: () => {
      reading.close();
      writing.close();
    },
  };
}

export type RedisParts = ReturnType<typeof redisParts>;
