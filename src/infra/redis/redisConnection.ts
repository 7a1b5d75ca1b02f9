import { Redis } from 'ioredis';
import { addressOf } from './address.js';
import { RedisAway, RedisUnusable } from './redisUnusable.js';
import { refuseUnfit } from './serverFacts.js';

const CONNECT_MILLIS = 2_000;
const LONGEST_WAIT_MILLIS = 1_000;
/** A server that did not answer is left alone so long, so that callers do not wait for it one after another. */
const REST_MILLIS = 500;
/** So many calls in a row without an answer, and the connection counts as dead. */
const SILENCES = 3;

/** What the server says no to whoever connects, however often: other words must be given to it. */
const REFUSED = /WRONGPASS|NOAUTH|NOPERM|ERR invalid password|ERR AUTH|DB index is out of range/i;

const NOT_REDIS = /Protocol error|Unknown RESP type/i;

/**
 * One connection that comes back by itself. A call is answered in its time or fails; nothing waits in a queue for a
 * server that is away, and after a silence calls fail at once for a moment.
 */
export class RedisConnection {
  readonly address: string;
  readonly #redis: Redis;
  #opening: Promise<void> | null = null;
  #restUntil = 0;
  #silences = 0;
  #checked = false;
  #lastError: Error | null = null;

  constructor(
    url: string,
    purpose: string,
    private readonly answerMillis: number,
  ) {
    this.address = addressOf(url);
    this.#redis = new Redis(url, {
      lazyConnect: true,
      connectionName: `orchard-${purpose.replaceAll(' ', '-')}`,
      connectTimeout: CONNECT_MILLIS,
      commandTimeout: answerMillis,
      enableOfflineQueue: false,
      autoResendUnfulfilledCommands: false,
      maxRetriesPerRequest: 0,
      protocol: 2,
      retryStrategy: (times) => Math.min(times * 100, LONGEST_WAIT_MILLIS),
    });
    // It is thrown where somebody waits for an answer; without a listener it would end the process.
    this.#redis.on('error', (error: Error) => {
      // What follows from the fault before says less than that.
      if (!/Stream isn't writeable/.test(error.message)) this.#lastError = error;
    });
    // Another server may stand behind the address by now.
    this.#redis.on('close', () => {
      this.#checked = false;
    });
  }

  /** Runs a call on a server that is fit for use. @throws RedisAway; RedisUnusable; what the server answers. */
  async call<T>(work: (redis: Redis) => Promise<T>): Promise<T> {
    if (performance.now() < this.#restUntil) throw this.#away();
    try {
      await this.#open();
      const answer = await work(this.#redis);
      this.#silences = 0;
      return answer;
    } catch (error) {
      throw this.#explained(error as Error);
    }
  }

  close(): void {
    this.#redis.disconnect();
  }

  #open(): Promise<void> {
    if (this.#checked && this.#redis.status === 'ready') return Promise.resolve();
    this.#opening ??= this.#connect().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  async #connect(): Promise<void> {
    if (this.#redis.status === 'wait' || this.#redis.status === 'end') {
      await within(this.#redis.connect(), CONNECT_MILLIS).catch((error: Error) => {
        throw this.#lastError ?? error;
      });
    }
    if (this.#redis.status !== 'ready') throw this.#lastError ?? new Error('not connected');
    // A database that is not there is complained of, and then another one is used.
    if (this.#lastError && REFUSED.test(this.#lastError.message)) throw this.#lastError;
    refuseUnfit(await this.#redis.info(), this.address);
    this.#lastError = null;
    this.#checked = true;
  }

  #explained(error: Error): Error {
    if (error instanceof RedisUnusable || error instanceof RedisAway) return error;
    if (REFUSED.test(error.message)) {
      return new RedisUnusable(
        `Redis ${this.address} lets nobody in with these words (${error.message}): check user, password and ` +
          'database of ORCHARD_REDIS_URL',
        { cause: error },
      );
    }
    if (NOT_REDIS.test(error.message)) {
      return new RedisUnusable(`${this.address} answers, but is no Redis: check ORCHARD_REDIS_URL`, { cause: error });
    }
    // What the server itself says is an answer.
    if (error.name === 'ReplyError' && !/^(LOADING|BUSY|MASTERDOWN|READONLY|CLUSTERDOWN)/.test(error.message))
      return error;
    this.#lastError = error;
    this.#restUntil = performance.now() + REST_MILLIS;
    this.#silences++;
    if (this.#silences >= SILENCES && this.#redis.status === 'ready') {
      this.#silences = 0;
      this.#redis.disconnect(true);
    }
    return this.#away();
  }

  #away(): RedisAway {
    const why = this.#lastError?.message ?? `no answer in ${this.answerMillis} ms`;
    return new RedisAway(`Redis ${this.address} does not answer (${why})`);
  }
}

async function within(work: Promise<unknown>, millis: number): Promise<void> {
  work.catch(() => {});
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no connection in ${millis} ms`)), millis);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
