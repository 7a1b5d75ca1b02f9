import type { Redis } from 'ioredis';
import { canonicalJson } from '../../domain/kernel/canonicalJson.js';
import { streamName } from '../../domain/kernel/stream.js';
import { customerStream } from '../../projections/pricing/countChange.js';
import { LOOKED_UP } from '../../projections/pricing/pricingStep.js';
import type { ShopRules } from '../../projections/pricing/pricingViews.js';
import type { Keys } from './keys.js';
import { countsOf, readRow } from './records.js';

/** Every record as canonical JSON lines, sorted; for a server at rest. */
export async function dumpOf(redis: Redis, keys: Keys): Promise<readonly string[]> {
  const all = new Set(await redis.smembers(keys.all));
  const shops = [...all].flatMap((key) => {
    const stem = keys.counts('');
    const rows = LOOKED_UP.map(({ category }) => keys.rows(category, ''));
    return [stem, ...rows].flatMap((start) => (key.startsWith(start) ? [key.slice(start.length)] : []));
  });
  const records: unknown[] = [await checkpointOf(redis, keys)];
  for (const shop of new Set(shops)) {
    for (const { category } of LOOKED_UP) {
      for (const [id, text] of Object.entries(await redis.hgetall(keys.rows(category, shop)))) {
        records.push({ row: readRow(streamName(category, shop, id), text) });
      }
    }
    for (const [id, text] of Object.entries(await redis.hgetall(keys.counts(shop)))) {
      records.push({ customer: customerStream(shop, id), counts: countsOf(text) });
    }
  }
  for (const [shop, version] of Object.entries(await redis.hgetall(keys.rules))) {
    const { rows } = JSON.parse((await redis.get(keys.blob(shop, version)))!) as ShopRules;
    records.push({ shop, version, rules: [...rows].sort((a, b) => (a.stream < b.stream ? -1 : 1)) });
  }
  for (const [order, text] of Object.entries(await redis.hgetall(keys.lost))) {
    records.push({ order, lost: JSON.parse(text) as unknown });
  }
  return records.map((record) => canonicalJson(record)).sort();
}

async function checkpointOf(redis: Redis, keys: Keys): Promise<unknown> {
  const [position, parked] = await redis.hmget(keys.checkpoint, 'position', 'parked');
  return { checkpoint: position == null ? null : { position, parked: JSON.parse(parked ?? '[]') as unknown } };
}
