import { createHash } from 'node:crypto';
import { commandIdOf } from '../../src/commands/commandId.js';
import type { CommandContext } from '../../src/commands/context.js';
import { StoreUnavailable } from '../../src/commands/eventStore.js';
import { canonicalJson } from '../../src/domain/kernel/canonicalJson.js';
import { Rejection } from '../../src/domain/kernel/rejection.js';
import type { Dice } from '../oracle/generate/dice.js';
import type { Owner } from './scheduler.js';
import type { SimulatedProcess } from './simulatedProcess.js';
import type { Slot } from './slot.js';
import { Violation } from './violation.js';
import type { Intention, Wanted } from './wanted.js';
import type { World } from './world.js';

const SHOP = 'demo';
const MOST_ATTEMPTS = 12;
const PATIENCE_MILLIS = 15_000;
/** "Not now": asked again under the same key. */
const NOT_NOW = ['STREAM_BUSY', 'OVERLOADED', 'ORDER_BUSY', 'ALLOWANCE_SETTLING', 'VIEW_BEHIND'];

/** How asking ended: with an answer, a refusal, or without a word. */
export type Heard<Answer> =
  | { readonly is: 'answer'; readonly answer: Answer; readonly by: string }
  | { readonly is: 'refused'; readonly code: string; readonly rejection: Rejection }
  | { readonly is: 'silence' };

/** Where to send a command: whose turn it is, or one process at one time. */
export interface Aim {
  readonly slot?: Slot;
  /** When it arrives there, in simulated milliseconds. */
  readonly at?: number;
}

/** The order service: asks any process, asks again when it hears nothing, and sometimes although it heard. */
export class Client {
  /** Commands so far, not counting those asked again. */
  asked = 0;
  /** Scripts and repeats that are not over. */
  busy = 0;
  failure: unknown = null;
  readonly owner: Owner = { name: 'client', alive: true };
  readonly #keys = new Map<string, number>();

  constructor(
    private readonly world: World,
    readonly dice: Dice,
  ) {}

  /** A new key, different from all others of the run. */
  key(what: string): string {
    const count = (this.#keys.get(what) ?? 0) + 1;
    this.#keys.set(what, count);
    return `${what}_${count}`;
  }

  wait(millis: number): Promise<void> {
    return this.world.scheduler.wait(this.owner, millis, 'thinks');
  }

  /** Something that goes on beside the rest. */
  beside(script: () => Promise<void>): void {
    this.busy++;
    script().then(
      () => this.busy--,
      (error) => {
        this.failure ??= error;
      },
    );
  }

  /** Asks until it hears; then, sometimes, asks again later and holds the answers against each other. */
  async ask<Answer>(wanted: Wanted<Answer>, aim: Aim = {}): Promise<Heard<Answer>> {
    this.asked++;
    const heard = await this.#askUntilHeard(wanted, aim);
    if (heard.is !== 'answer') return heard;
    const { bytes, recorded, replayed } = wanted.given(heard.answer);
    if (recorded) this.world.judges.answered(wanted, recorded.events, this.world.server);
    if (replayed) this.world.counters.path('answered again by command id');
    if (bytes === null) return heard;
    if (this.dice.chance(20)) this.beside(() => this.#askAgain(wanted, bytes, heard.by));
    if (this.dice.chance(2)) this.beside(() => this.#askOtherwise(wanted));
    return heard;
  }

  async #askAgain<Answer>(wanted: Wanted<Answer>, bytes: string, by: string): Promise<void> {
    await this.wait(this.dice.acrossScales(1, 40 * 60_000));
    const again = await this.#askUntilHeard(wanted, {});
    if (again.is === 'silence') return;
    const now = again.is === 'answer' ? wanted.given(again.answer).bytes : `refused: ${again.code}`;
    if (now !== bytes) {
      throw new Violation('I6 same answer', `${wanted.name} ${wanted.key} was answered\n${bytes}\nand now\n${now}`);
    }
    if (again.is === 'answer' && again.by !== by) this.world.counters.path('answered again by another process');
  }

  /** The same key for another request: refused, and nothing happens. */
  async #askOtherwise<Answer>(wanted: Wanted<Answer>): Promise<void> {
    const other = { ...wanted, message: { other: wanted.message } };
    const heard = await this.#askUntilHeard(other, {});
    if (heard.is === 'silence') return;
    if (heard.is !== 'refused') throw new Violation('I6 same answer', `${wanted.key} was used for another request`);
    if (heard.code === 'COMMAND_ID_REUSED') this.world.counters.path('command id used for another request');
  }

  async #askUntilHeard<Answer>(wanted: Wanted<Answer>, aim: Aim): Promise<Heard<Answer>> {
    const { scheduler, apis } = this.world;
    if (aim.at !== undefined) await this.wait(aim.at - scheduler.now);
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      const slot = (attempt === 1 && aim.slot) || this.dice.pick(apis);
      const heard = await this.#send(wanted, slot, attempt, aim.at === undefined ? this.dice.between(0, 20) : 0);
      if (heard.is === 'answer') return heard;
      if (heard.is === 'refused' && !NOT_NOW.includes(heard.code)) return heard;
      await this.wait(this.dice.acrossScales(20, 4_000));
    }
    return { is: 'silence' };
  }

  #send<Answer>(wanted: Wanted<Answer>, slot: Slot, attempt: number, delay: number): Promise<Heard<Answer>> {
    const { scheduler, mischief } = this.world;
    const context = this.#context(wanted, attempt);
    return new Promise((resolve, reject) => {
      scheduler.after(this.owner, delay, `asks ${slot.name} to ${wanted.name} ${wanted.key}`, () => {
        const { process } = slot;
        if (!process.isReady) return resolve({ is: 'silence' });
        scheduler.after(this.owner, PATIENCE_MILLIS, 'hears nothing', () => resolve({ is: 'silence' }));
        const hear = (heard: Heard<Answer>) => {
          if (mischief.happens('answer to the client is lost')) return;
          scheduler.after(process.owner, this.dice.between(0, 20), `answers ${wanted.key}`, () => resolve(heard));
        };
        wanted.run(process.deps, context).then(
          (answer) => hear({ is: 'answer', answer, by: process.name }),
          (error) => this.#failed(error, process, hear, reject),
        );
      });
    });
  }

  #failed<Answer>(
    error: unknown,
    { owner }: SimulatedProcess,
    hear: (heard: Heard<Answer>) => void,
    reject: (violation: unknown) => void,
  ): void {
    if (error instanceof Rejection) hear({ is: 'refused', code: error.code, rejection: error });
    else if (error instanceof StoreUnavailable) hear({ is: 'silence' });
    else if (owner.alive) reject(new Violation('only answers and refusals', String((error as Error).stack ?? error)));
  }

  #context({ key, message, stream, role = 'operator' }: Intention, attempt: number): CommandContext {
    const asked = this.world.plan.planted?.clientForgetsItsKey ? `${key} ${attempt}` : key;
    const commandId = commandIdOf(SHOP, 'client', asked);
    this.world.judges.asked({ commandId, stream, role, correlation: key });
    return {
      shop: SHOP,
      actor: { principal: 'client', role },
      commandId,
      requestHash: createHash('sha256').update(canonicalJson({ message })).digest('hex'),
      correlation: key,
    };
  }
}
