import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { handle } from '../../src/commands/command.js';
import { registerCustomer } from '../../src/commands/customer/registerCustomer.js';
import { START } from '../../src/commands/eventStore.js';
import { describeProduct } from '../../src/commands/product/describeProduct.js';
import { giveQuote } from '../../src/commands/quote/giveQuote.js';
import { EMBEDDED } from '../../src/infra/bootstrap/adapterChoices.js';
import { openOrchard, type RunningOrchard } from '../../src/infra/bootstrap/runningOrchard.js';
import { MemoryPricingViews } from '../../src/infra/memory/memoryPricingViews.js';
import { aContext } from '../commands/trialContext.js';
import { fold } from '../contract/pricingViews/foldedViews.js';
import { temporaryFolder } from '../contract/temporaryFolder.js';
import { until } from '../infra/rabbitmq/until.js';
import { trialRedis } from '../infra/redis/trialRedis.js';
import { describeServer, skippedFor } from '../servers/describeServer.js';
import * as redis from '../servers/redis.mjs';

jest.setTimeout(120_000);

/** Lookups are given up after a quarter of a second; the rest is a busy machine. */
const SLOWEST_MILLIS = 2_000;

/** Quotes that each need what was never asked for before, for as long as something goes wrong. */
class Asking {
  readonly #stop = new AbortController();
  readonly #done: Promise<void>;
  asked = 0;
  slowestMillis = 0;

  constructor(private readonly orchard: RunningOrchard) {
    this.#done = this.#ask();
    this.#done.catch(() => {});
  }

  async more(quotes: number): Promise<void> {
    const enough = this.asked + quotes;
    await Promise.race([until(() => this.asked >= enough), this.#done]);
  }

  async end(): Promise<void> {
    this.#stop.abort();
    await this.#done;
  }

  async #ask(): Promise<void> {
    const { deps } = this.orchard;
    while (!this.#stop.signal.aborted) {
      const [sku, customer, unitPrice] = [`p${this.asked}`, `c${this.asked}`, 100 + this.asked];
      const product = {
        sku,
        name: sku,
        soldBy: 'piece' as const,
        unitPrice,
        floorPrice: null,
        categories: [],
        tags: [],
      };
      await handle(deps, describeProduct, aContext(), product);
      await handle(deps, registerCustomer, aContext(), { customer, tier: null });
      await deps.view.reached(await deps.store.head());
      const began = performance.now();
      const { given } = await giveQuote(deps, aContext(), { customer, lines: [{ id: '1', sku, quantity: 2 }] });
      this.slowestMillis = Math.max(this.slowestMillis, performance.now() - began);
      expect(given.amounts.pay).toBe(2 * unitPrice);
      this.asked++;
    }
  }
}

describeServer('redis', 'a Redis that goes away under quotes', () => {
  if (!redis.installed()) return skippedFor('redis', "needs Debian's package: only that one can be stopped here");

  let server: Awaited<ReturnType<typeof redis.start>>;
  let own: ReturnType<typeof temporaryFolder>;
  let orchard: RunningOrchard;
  let asking: Asking;

  beforeEach(async () => {
    own = temporaryFolder();
    server = await redis.start(`${own.folder}/redis`);
    orchard = await openOrchard(`${own.folder}/data`, {
      ...EMBEDDED,
      pricingViews: 'redis',
      urls: { redis: server.url },
    });
    asking = new Asking(orchard);
    await until(() => orchard.shared.state()?.position != null);
  });

  afterEach(async () => {
    await asking.end().catch(() => {});
    await orchard.close();
    // One that is stopped does not hear that it should end.
    process.kill(server.pid, 'SIGCONT');
    await server.stop();
    own.remove();
  });

  const answered = (by: string) => orchard.shared.answers().get(by) ?? 0;

  /** What is shared is what the log says, to the byte. */
  async function expectWhole(): Promise<void> {
    await asking.end();
    const head = await orchard.store.head();
    const trial = trialRedis(server.url, 'orchard');
    try {
      await until(async () => (await trial.views.checkpoint())?.position === head);
      const rebuilt = new MemoryPricingViews();
      await rebuilt.reset();
      await fold(rebuilt, await orchard.store.readAll(START, 10_000));
      expect(await trial.views.dump()).toEqual(await rebuilt.dump());
    } finally {
      await trial.close();
    }
    expect(orchard.fault()).toBeNull();
    await until(() => orchard.troubles().length === 0);
    expect(asking.slowestMillis).toBeLessThan(SLOWEST_MILLIS);
  }

  test('killed and started again, empty: every quote is right meanwhile, it is filled again, and asked again', async () => {
    for (let time = 0; time < 2; time++) {
      const before = answered('shared') + answered('log');
      await asking.more(20);
      expect(answered('shared') + answered('log')).toBeGreaterThan(before);
      await server.kill();
      await asking.more(50);
      expect(orchard.troubles().join()).toContain('pricing views');
      expect(orchard.fault()).toBeNull();
      server = await redis.start(`${own.folder}/redis`, { port: server.port });
      await until(() => orchard.troubles().length === 0);
      const shared = answered('shared');
      await until(() => answered('shared') > shared);
    }
    await expectWhole();
  });

  test('emptied by somebody: it is filled again, also when nothing else happens', async () => {
    const client = new Redis(server.url);
    await asking.more(20);
    await client.flushall();
    await asking.more(50);
    await asking.end();
    await client.flushall();
    client.disconnect();
    await expectWhole();
  });

  test('falling silent: callers do not wait for it one after another', async () => {
    await asking.more(20);
    process.kill(server.pid, 'SIGSTOP');
    await asking.more(200);
    expect(orchard.troubles().join()).toContain('does not answer');
    process.kill(server.pid, 'SIGCONT');
    await until(() => orchard.troubles().length === 0);
    await expectWhole();
  });
});
