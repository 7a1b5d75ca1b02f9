import pg from 'pg';
import type { HeadNews } from './headNews.js';
import { connectionOptions } from './pool.js';

const FIRST_WAIT_MILLIS = 500;
const LONGEST_WAIT_MILLIS = 10_000;
/** How often a connection that says nothing is asked whether it still lives. */
const ASK_MILLIS = 15_000;

/**
 * Hears of every commit of the log, of all processes, over a connection of its own. Only a bell: followers look for
 * themselves now and then, so nothing is lost while it is broken or where a pooler swallows notifications.
 */
export class LogListener {
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #wait = FIRST_WAIT_MILLIS;
  #started = false;
  #closed = false;

  constructor(
    private readonly url: string,
    private readonly channel: string,
    private readonly news: HeadNews,
  ) {}

  /** Listens from now on. Twice is once. */
  start(): void {
    if (this.#started) return;
    this.#started = true;
    void this.#listen();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#client?.end().catch(() => {});
  }

  async #listen(): Promise<void> {
    if (this.#closed) return;
    const client = new pg.Client(connectionOptions(this.url));
    this.#client = client;
    client.on('error', () => {});
    client.on('notification', ({ payload }) => this.news.tell(Number(payload)));
    client.once('end', () => this.#again());
    try {
      await client.connect();
      await client.query(`LISTEN ${this.channel}`);
      this.#wait = FIRST_WAIT_MILLIS;
      // What was committed before the first bell.
      this.news.wake();
      this.#askLater(client);
    } catch {
      await client.end().catch(() => {});
      this.#again();
    }
  }

  #again(): void {
    clearTimeout(this.#timer);
    if (this.#closed) return;
    this.#timer = setTimeout(() => void this.#listen(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MILLIS);
  }

  #askLater(client: pg.Client): void {
    this.#timer = setTimeout(() => {
      client.query('SELECT 1').then(
        () => this.#closed || this.#askLater(client),
        () => client.end(),
      );
    }, ASK_MILLIS);
  }
}
