import type { PricingProcess, RollCall, ToldOfPrices } from '../../projections/pricing/rollCall.js';
import { processKeys } from './keys.js';
import type { RedisConnection } from './redisConnection.js';

const REMEMBERED_MILLIS = 60_000;

/** The roll call in Redis: a key a process, which ends by itself; how old it is says the server, by one clock. */
export class RedisRollCall implements RollCall {
  readonly #keys: ReturnType<typeof processKeys>;

  constructor(
    private readonly connection: RedisConnection,
    prefix = 'orchard',
  ) {
    this.#keys = processKeys(prefix);
  }

  tell = async (mine: ToldOfPrices): Promise<void> => {
    const { all, one } = this.#keys;
    await this.connection.call((redis) =>
      redis.multi().sadd(all, mine.id).set(one(mine.id), JSON.stringify(mine), 'PX', REMEMBERED_MILLIS).exec(),
    );
  };

  leave = async (id: string): Promise<void> => {
    const { all, one } = this.#keys;
    await this.connection.call((redis) => redis.multi().srem(all, id).del(one(id)).exec());
  };

  all = (): Promise<readonly PricingProcess[]> =>
    this.connection.call(async (redis) => {
      const ids = (await redis.smembers(this.#keys.all)).sort();
      const found = await Promise.all(
        ids.map(async (id): Promise<PricingProcess | null> => {
          const key = this.#keys.one(id);
          const [text, left] = await Promise.all([redis.get(key), redis.pttl(key)]);
          if (text !== null) return { ...(JSON.parse(text) as ToldOfPrices), silentMillis: silence(left) };
          await redis.srem(this.#keys.all, id);
          return null;
        }),
      );
      return found.filter((one) => one !== null);
    });
}

function silence(left: number): number {
  return Math.max(0, REMEMBERED_MILLIS - Math.max(0, left));
}
