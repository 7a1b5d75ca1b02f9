import { setTimeout as sleep } from 'node:timers/promises';

const CALL_MILLIS = 5_000;
const BETWEEN_TRIES_MILLIS = 50;

/** What somebody was told and the log must hold for ever. */
export interface Told {
  readonly quotes: Map<string, number>;
  readonly placed: Set<string>;
  readonly paid: Set<string>;
}

interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into it
  readonly body: any;
}

/**
 * Customers that quote, place and pay, each command under one id until it is answered, and like a balancer ask the other
 * api when one does not answer. One in three baskets holds a unit of a limited offer.
 */
export class Shoppers {
  readonly told: Told = { quotes: new Map(), placed: new Set(), paid: new Set() };
  /** Answers that nobody should get. */
  readonly unexpected: string[] = [];
  /** Quotes asked for, and those of them that no api answered at the first asking. */
  asked = 0;
  unanswered = 0;
  #paused = false;
  #ended = false;
  #busy = 0;
  readonly #running: Promise<void>[];

  constructor(
    private readonly urls: readonly string[],
    count: number,
  ) {
    this.#running = Array.from({ length: count }, (_, n) => this.#shop(n));
  }

  /** Resolves when all they began is done. */
  async pause(): Promise<void> {
    this.#paused = true;
    while (this.#busy > 0) await sleep(BETWEEN_TRIES_MILLIS);
  }

  resume(): void {
    this.#paused = false;
  }

  async end(): Promise<void> {
    this.#paused = false;
    this.#ended = true;
    await Promise.all(this.#running);
  }

  async #shop(shopper: number): Promise<void> {
    for (let n = 0; !this.#ended; n++) {
      if (this.#paused) {
        await sleep(BETWEEN_TRIES_MILLIS);
        continue;
      }
      this.#busy++;
      await this.#buy(`s${shopper}_${n}`, n % 3 === 0 ? 'kiwi' : 'melon');
      this.#busy--;
    }
  }

  async #buy(id: string, sku: string): Promise<void> {
    const basket = { quote: `q_${id}`, lines: [{ id: '1', sku, quantity: 1 }] };
    this.asked++;
    const first = await this.#once('/v1/quotes', basket);
    if (!first) this.unanswered++;
    const quote = first ?? (await this.#until('/v1/quotes', basket));
    if (quote.status > 201) return this.#odd('quote', quote);
    this.told.quotes.set(`q_${id}`, quote.body.pay);
    const order = await this.#until('/v1/orders', { order: `o_${id}`, quote: `q_${id}` });
    // Sold out meanwhile: a clear refusal.
    if (order.status === 409 && order.body.code === 'ORDER_REFUSED') return;
    if (order.status > 201) return this.#odd('order', order);
    this.told.placed.add(`o_${id}`);
    const paid = await this.#until(`/v1/orders/o_${id}/pay`, { payment: `p_${id}` });
    if (paid.status > 201) return this.#odd('payment', paid);
    this.told.paid.add(`o_${id}`);
  }

  #odd(what: string, { status, body }: Answer): void {
    this.unexpected.push(`${what}: ${status} ${JSON.stringify(body).slice(0, 300)}`);
  }

  async #until(path: string, body: object): Promise<Answer> {
    for (;;) {
      const answer = await this.#once(path, body);
      if (answer) return answer;
      await sleep(BETWEEN_TRIES_MILLIS);
    }
  }

  /** What one api or the other answers; undefined when neither does. A 5xx is no answer: ask again. */
  async #once(path: string, body: object): Promise<Answer | undefined> {
    for (const url of this.urls) {
      try {
        const answer = await fetch(url + path, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
          signal: AbortSignal.timeout(CALL_MILLIS),
        });
        if (answer.status < 500) return { status: answer.status, body: await answer.json() };
        await answer.arrayBuffer();
      } catch {
        // Not there, cut off, or too slow: the other one.
      }
    }
    return undefined;
  }
}
