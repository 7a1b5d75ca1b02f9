import { RedisUnusable } from './redisUnusable.js';

/** Older ones lack what scripts need; it is also the oldest that is still kept well. */
const OLDEST = [6, 0] as const;

/** Says why a server cannot be used, from its INFO. @throws RedisUnusable */
export function refuseUnfit(info: string, address: string): void {
  const facts = new Map(
    info.split(/\r?\n/).map((line): [string, string] => [line.split(':')[0]!, line.split(':')[1] ?? '']),
  );
  const version = facts.get('redis_version');
  if (version === undefined) throw new RedisUnusable(`${address} answers, but is no Redis: check ORCHARD_REDIS_URL`);
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    throw new RedisUnusable(`${address} is Redis ${version}: Orchard needs ${OLDEST.join('.')} or later`);
  }
  const policy = facts.get('maxmemory_policy') ?? 'noeviction';
  if (policy !== 'noeviction') {
    throw new RedisUnusable(
      `Redis ${address} drops keys when its memory is full (maxmemory-policy ${policy}), and a product dropped is a ` +
        'product that is not sold: set maxmemory-policy to noeviction',
    );
  }
}
