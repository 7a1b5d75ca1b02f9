import { type Position, START } from '../../commands/eventStore.js';
import { streamName, streamParts } from '../../domain/kernel/stream.js';
import type {
  LookedUp,
  PricingCheckpoint,
  PricingStart,
  PricingStep,
  PricingViews,
  ShopRules,
} from '../../projections/pricing/pricingViews.js';
import { productsProjection } from '../../projections/products/productsProjection.js';
import type { Row } from '../../projections/projection.js';
import { type Parked, StepRefused } from '../../projections/viewStore.js';
import { dumpOf } from './dump.js';
import { Keys } from './keys.js';
import { countsOf, readRow } from './records.js';
import type { RedisConnection } from './redisConnection.js';
import { scripted } from './scripted.js';
import { commandsOf } from './stepCommands.js';

/** Whoever keeps the views says so every second. */
const LEASE_MILLIS = 4_000;
const PAGE = 500;

/**
 * Pricing views in Redis. Every write is part of a step, which moves the checkpoint from where it must stand: what was
 * flushed, restored or written by another keeper meanwhile is noticed by the next step, and no half of one is ever seen.
 */
export class RedisPricingViews implements PricingViews {
  readonly #keys: Keys;

  /** Lookups and steps differ in how long they may take, so each has its connection. */
  constructor(
    private readonly reading: RedisConnection,
    private readonly writing: RedisConnection,
    prefix = 'orchard',
  ) {
    this.#keys = new Keys(prefix);
  }

  checkpoint = async (): Promise<PricingCheckpoint | null> => {
    const [position, parked] = await this.reading.call((redis) =>
      redis.hmget(this.#keys.checkpoint, 'position', 'parked'),
    );
    return position == null ? null : { position, parked: JSON.parse(parked ?? '[]') as Parked[] };
  };

  reset = async (): Promise<void> => {
    const { checkpoint, all } = this.#keys;
    await this.writing.call((redis) => scripted(redis).orchardReset(checkpoint, all, START));
  };

  commit = async (step: PricingStep): Promise<void> => {
    const { checkpoint, all } = this.#keys;
    const words = commandsOf(this.#keys, step).flatMap((command) => [String(command.length), ...command]);
    const done = await this.writing.call((redis) =>
      scripted(redis).orchardCommit(checkpoint, all, step.from, step.to, JSON.stringify(step.parked), ...words),
    );
    if (done !== 1) throw new StepRefused(`the pricing views do not stand at ${step.from}`);
  };

  start = async (): Promise<PricingStart | null> => {
    const [position, versions, lost] = await this.writing.call(async (redis) => {
      const asked = redis.multi();
      asked.hget(this.#keys.checkpoint, 'position').hgetall(this.#keys.rules).hgetall(this.#keys.lost);
      const answers = await asked.exec();
      return answers!.map(([error, answer]) => {
        if (error) throw error;
        return answer;
      }) as [Position | null, Readonly<Record<string, Position>>, Readonly<Record<string, string>>];
    });
    if (position === null) return null;
    return {
      position,
      rules: await Promise.all(Object.entries(versions).map(([shop, version]) => this.#rulesOf(shop, version))),
      lost: new Map(Object.entries(lost).map(([stream, allowances]) => [stream, JSON.parse(allowances) as string[]])),
    };
  };

  lookUp = async (streams: readonly string[], buyers: readonly string[]): Promise<LookedUp | null> => {
    const fields = [
      ...streams.map((stream) => ({ parts: streamParts(stream), isRow: true })),
      ...buyers.map((buyer) => ({ parts: streamParts(buyer), isRow: false })),
    ];
    const keys = fields.map(({ parts: { category, shop }, isRow }) =>
      isRow ? this.#keys.rows(category, shop) : this.#keys.counts(shop),
    );
    const found = await this.reading.call((redis) =>
      scripted(redis).orchardLookUp(
        keys.length + 1,
        this.#keys.checkpoint,
        ...keys,
        ...fields.map(({ parts: { id } }) => id),
      ),
    );
    if (found === null) return null;
    const [position, ...values] = found;
    const rows = streams.flatMap((stream, at): [string, Row][] => {
      const text = values[at];
      return text == null ? [] : [[stream, readRow(stream, text)]];
    });
    const counts = buyers.map((buyer, at) => [buyer, countsOf(values[streams.length + at] ?? null)] as const);
    return { position: position!, countedTo: position!, rows: new Map(rows), counts: new Map(counts) };
  };

  products = async (shop: string): Promise<LookedUp | null> => {
    const { category } = productsProjection;
    const key = this.#keys.rows(category, shop);
    // Rows only ever get newer, so the position from before holds for all of them.
    const before = await this.checkpoint();
    const rows = new Map<string, Row>();
    for (let cursor = '0'; ; ) {
      const [next, found] = await this.reading.call((redis) => redis.hscan(key, cursor, 'COUNT', PAGE));
      for (let at = 0; at < found.length; at += 2) {
        const stream = streamName(category, shop, found[at]!);
        rows.set(stream, readRow(stream, found[at + 1]!));
      }
      cursor = next;
      if (cursor === '0') break;
    }
    const after = await this.checkpoint();
    // Emptied under way: what was read is a part.
    if (!before || !after || BigInt(after.position) < BigInt(before.position)) return null;
    return { position: before.position, countedTo: before.position, rows, counts: new Map() };
  };

  dump = (): Promise<readonly string[]> => this.writing.call((redis) => dumpOf(redis, this.#keys));

  lead = async (holder: string): Promise<boolean> =>
    (await this.writing.call((redis) => scripted(redis).orchardLead(this.#keys.keeper, holder, LEASE_MILLIS))) === 1;

  // A version is never changed, only followed by another; so it may be gone when it was long to come here.
  async #rulesOf(shop: string, version: Position): Promise<ShopRules> {
    const text = await this.writing.call((redis) => redis.get(this.#keys.blob(shop, version)));
    if (text !== null) return JSON.parse(text) as ShopRules;
    const newer = await this.writing.call((redis) => redis.hget(this.#keys.rules, shop));
    if (newer === null || newer === version) throw new Error(`the rules of ${shop} are gone from Redis`);
    return this.#rulesOf(shop, newer);
  }
}
