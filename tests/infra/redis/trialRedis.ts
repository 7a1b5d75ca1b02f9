import { RedisConnection } from '../../../src/infra/redis/redisConnection.js';
import { RedisPricingViews } from '../../../src/infra/redis/redisPricingViews.js';

let opened = 0;

/** Pricing views under a prefix of their own on a server that others use too; closing deletes their keys. */
export function trialRedis(url: string, prefix = `test-${process.pid}-${opened++}`) {
  const reading = new RedisConnection(url, 'trial lookups', 5_000);
  const writing = new RedisConnection(url, 'trial steps', 5_000);
  return {
    prefix,
    views: new RedisPricingViews(reading, writing, prefix),
    close: async () => {
      await writing.call(async (redis) => {
        const keys = await redis.keys(`${prefix}:*`);
        if (keys.length > 0) await redis.unlink(...keys);
      });
      reading.close();
      writing.close();
    },
  };
}
