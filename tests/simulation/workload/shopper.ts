import { repriceOrderLine } from '../../../src/commands/order/repriceOrderLine.js';
import type { QuoteAnswer } from '../../../src/commands/quote/giveQuote.js';
import { millisOf } from '../../../src/domain/kernel/instant.js';
import type { Order } from '../../../src/domain/order/state.js';
import type { QuoteRequest } from '../../../src/domain/quote/request.js';
import type { Aim, Client, Heard } from '../client.js';
import { BEGAN_AT } from '../simulatedMachine.js';
import type { Slot } from '../slot.js';
import type { World } from '../world.js';
import { CUSTOMERS, SKUS } from './shopAtFirst.js';
import { orderWanted, quoteWanted, wantedOf } from './wantedCommands.js';

const MINUTE = 60_000;
/** Rivals want the same so long before a payment at the last moment. */
const RIVALS_MILLIS = 4_000;

/** A customer of one visit: asks what a basket costs, places the order, and then does what customers do. */
export class Shopper {
  readonly #client: Client;
  readonly #customer: string | undefined;
  #placed: { readonly order: string; readonly state: Order } | null = null;

  constructor(private readonly world: World) {
    this.#client = world.client;
    this.#customer = world.client.dice.chance(8) ? undefined : world.client.dice.pick(CUSTOMERS);
  }

  /** `rush`: wants what all want, and places its order at the same moment as all others. */
  async shop(rush?: Aim): Promise<void> {
    const basket = this.#basket(rush ? ['kiwi'] : this.#client.dice.some(SKUS));
    const quote = await this.#quote(basket, rush?.slot && { slot: rush.slot });
    if (!quote) return;
    if (!rush) await this.#think(60_000);
    if (this.#client.dice.chance(3)) await this.#client.wait(16 * MINUTE);
    await this.#place(quote.id, rush);
    if (this.#client.dice.chance(4)) await this.#place(quote.id);
    if (!this.#placed) return;
    const ways = [
      [() => this.#paySoon(), 40],
      [() => this.#payAtTheDeadline(), 16],
      [() => this.#payLate(), 18],
      [() => this.#cancel(), 8],
      [() => this.#change(), 16],
      [() => this.#priceByHand(), 4],
      [async () => {}, 8],
    ] as const;
    await this.#client.dice.weighted<() => Promise<void>>(ways)();
  }

  #basket(skus: readonly string[]): QuoteRequest {
    const { dice } = this.#client;
    const lines = skus.map((sku, index) => ({
      id: String(index + 1),
      sku,
      ...(sku === 'melon' ? { grams: dice.between(1, 12) * 250 } : { quantity: dice.between(1, 4) }),
    }));
    return {
      lines,
      ...(this.#customer !== undefined && { customer: this.#customer }),
      ...(dice.chance(35) && { coupons: ['coupon'] }),
    };
  }

  async #quote(request: QuoteRequest, aim: Aim = {}): Promise<QuoteAnswer | null> {
    const quote = this.#client.key('q');
    const heard = await this.#client.ask(quoteWanted(this.#client.key('quote'), quote, request), aim);
    return heard.is === 'answer' ? heard.answer : null;
  }

  async #place(quote: string, aim: Aim = {}): Promise<void> {
    const order = this.#client.key('o');
    const message = { order, quote, ...(this.#customer !== undefined && { customer: this.#customer }) };
    const heard = await this.#client.ask(orderWanted('place', this.#client.key('place'), order, message), aim);
    this.#countRefusal(heard);
    if (heard.is !== 'answer') return;
    const { answer } = heard;
    const { counters } = this.world;
    if (!answer.refusal) {
      this.#placed ??= { order, state: answer.outcome.state };
      return;
    }
    if (!answer.outcome) counters.path('order refused by what the view knew');
    if (!answer.instead) return;
    if (answer.outcome) counters.path('order refused with a new quote');
    if (this.#client.dice.chance(50)) await this.#place(answer.instead.id);
  }

  async #paySoon(): Promise<void> {
    await this.#think(8 * MINUTE);
    await this.#pay();
    await this.#afterwards();
  }

  async #payAtTheDeadline(): Promise<void> {
    if (this.#client.dice.chance(50)) await this.#payAtTheLastMoment();
    else await this.#payWhileItExpires();
    await this.#afterwards();
  }

  /** Arrives at a process just when its own clock comes to the deadline; rivals may come where it passed long ago. */
  async #payAtTheLastMoment(): Promise<void> {
    const { dice } = this.#client;
    const slot = dice.chance(60) ? this.#furthestBehind() : dice.pick(this.world.apis);
    const at = this.#deadlineBy(slot) - dice.between(0, 8);
    await this.#client.wait(at - RIVALS_MILLIS - this.world.scheduler.now);
    const rivals = dice.chance(60) ? dice.between(2, 4) : 0;
    const ahead = [...this.world.apis].sort(bySkew).at(-1)!;
    for (let rival = 0; rival < rivals; rival++) {
      this.#client.beside(() => new Shopper(this.world).shop({ slot: ahead, at: at - RIVALS_MILLIS / 10 }));
    }
    await this.#pay({ slot, at });
  }

  /** Arrives at the process furthest behind while the timekeeper furthest ahead, woken by a quote, expires the order. */
  async #payWhileItExpires(): Promise<void> {
    const { dice } = this.#client;
    const at = this.#deadlineBy([...this.world.timekeepers].sort(bySkew).at(-1)!);
    await this.#client.wait(at - this.world.scheduler.now);
    this.#client.beside(async () => {
      await this.#quote(this.#basket(['pear']));
    });
    await this.#pay({ slot: this.#furthestBehind(), at: at + dice.between(0, 120) });
  }

  #furthestBehind(): Slot {
    return [...this.world.apis].sort(bySkew)[0]!;
  }

  #deadlineBy({ skewMillis }: Slot): number {
    return millisOf(this.#placed!.state.deadline) - BEGAN_AT - skewMillis;
  }

  async #payLate(): Promise<void> {
    const { dice } = this.#client;
    const now = this.world.scheduler.now;
    await this.#client.wait(millisOf(this.#placed!.state.deadline) - BEGAN_AT - now + dice.between(-2, 12) * MINUTE);
    await this.#pay();
    await this.#afterwards();
  }

  async #pay(aim: Aim = {}): Promise<void> {
    const { order } = this.#placed!;
    const payment = this.#client.key('payment');
    await this.#client.ask(orderWanted('pay', this.#client.key('pay'), order, { order, payment }), aim);
  }

  async #cancel(): Promise<void> {
    await this.#think(20 * MINUTE);
    const { order } = this.#placed!;
    const times = this.#client.dice.chance(30) ? 2 : 1;
    for (let time = 0; time < times; time++) {
      await this.#client.ask(orderWanted('cancel', this.#client.key('cancel'), order, { order, reason: '不要了' }));
    }
  }

  async #change(): Promise<void> {
    await this.#think(10 * MINUTE);
    const { dice } = this.#client;
    const { order } = this.#placed!;
    const same = this.#placed!.state.ordered.lines.map(({ sku }) => sku);
    const basket = this.#basket(dice.chance(60) ? same : dice.some(SKUS));
    const quote = await this.#quote({ ...basket, changes: order });
    if (!quote) return;
    const heard = await this.#client.ask(
      orderWanted('change', this.#client.key('change'), order, { order, quote: quote.id }),
    );
    this.#countRefusal(heard);
    await this.#think(10 * MINUTE);
    await this.#pay();
  }

  async #priceByHand(): Promise<void> {
    const { order, state } = this.#placed!;
    const { id, floor, list } = state.ordered.lines[0]!;
    const message = { order, line: id, pay: this.#client.dice.between(floor, list), reason: '磕碰' };
    const role = this.#client.dice.chance(40) ? 'analyst' : 'operator';
    this.#countRefusal(await this.#client.ask(wantedOf(repriceOrderLine, this.#client.key('price'), message, role)));
    await this.#paySoon();
  }

  async #afterwards(): Promise<void> {
    const { dice } = this.#client;
    if (dice.chance(40)) return;
    await this.#think(60 * MINUTE);
    await dice.weighted<() => Promise<void>>([
      [() => this.#cancel(), 35],
      [() => this.#returnSome(), 50],
      [() => this.#weigh(), 40],
    ])();
  }

  async #returnSome(): Promise<void> {
    const times = this.#client.dice.between(1, 3);
    for (let time = 0; time < times; time++) await this.#return();
  }

  async #return(): Promise<void> {
    const { order, state } = this.#placed!;
    const { dice } = this.#client;
    const all = dice.chance(40);
    const lines = (all ? state.ordered.lines : dice.some(state.ordered.lines)).map(({ id, quantity, grams }) => ({
      line: id,
      ...(quantity !== undefined && { quantity: all ? quantity : dice.between(1, quantity) }),
      ...(grams !== undefined && { grams: all ? grams : dice.between(1, grams) }),
    }));
    const message = { order, return: this.#client.key('r'), lines, gifts: [] };
    await this.#client.ask(orderWanted('return', this.#client.key('return'), order, message));
  }

  async #weigh(): Promise<void> {
    const { order, state } = this.#placed!;
    const lines = state.ordered.lines.flatMap(({ id, grams }) =>
      grams === undefined ? [] : [{ line: id, grams: this.#client.dice.between(grams - 100, grams + 100) }],
    );
    if (lines.length > 0) {
      await this.#client.ask(orderWanted('weigh', this.#client.key('weigh'), order, { order, lines }));
    }
  }

  #countRefusal(heard: Heard<unknown>): void {
    if (heard.is !== 'refused') return;
    const { counters } = this.world;
    if (heard.code === 'QUOTE_EXPIRED') counters.path('quote expired');
    if (heard.code === 'QUOTE_USED') counters.path('quote used by another order');
    if (heard.code === 'QUOTE_VOID') counters.path('quote void after an emergency stop');
    if (heard.code === 'ROLE_MISSING') counters.path('role was missing');
  }

  #think(most: number): Promise<void> {
    return this.#client.wait(this.#client.dice.acrossScales(10, most));
  }
}

function bySkew(a: Slot, b: Slot): number {
  return a.skewMillis - b.skewMillis;
}
