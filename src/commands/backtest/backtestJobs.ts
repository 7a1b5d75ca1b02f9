import { canonicalJson } from '../../domain/kernel/canonicalJson.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { Rejection } from '../../domain/kernel/rejection.js';
import { refuseOtherRoles } from '../command.js';
import type { CommandContext } from '../context.js';
import { type Position, START } from '../eventStore.js';
import type { TermsRules } from '../promotion/describePromotion.js';
import type { QuoteDeps } from '../quote/giveQuote.js';
import type { BacktestMessage } from './backtestMessage.js';
import { type Change, cellChanges, changeOf } from './change.js';
import { checkBacktest } from './checkBacktest.js';
import { RUN_BACKTEST, recordBacktest } from './recordBacktest.js';
import { type BacktestResult, runBacktest } from './runBacktest.js';

/** Each takes a core: one for every two that serve. */
const MOST_RUNNING = 2;
const MOST_KEPT = 50;

export type BacktestStatus = 'running' | 'done' | 'cancelled' | 'failed';

/** A backtest under way or over, as long as this process remembers it. */
export interface BacktestJob {
  readonly id: string;
  readonly shop: string;
  readonly message: BacktestMessage;
  readonly change: Change;
  readonly startedAt: Instant;
  readonly status: BacktestStatus;
  readonly endedAt: Instant | null;
  readonly reached: Position;
  readonly head: Position;
  readonly result: BacktestResult | null;
  /** Why it failed. */
  readonly fault: string | null;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface Running extends Mutable<BacktestJob> {
  readonly asked: string;
  readonly context: CommandContext;
  readonly cancel: AbortController;
  ended: Promise<void>;
}

/** The backtests of one process: run beside requests, asked for by id, cancelled, forgotten when there are many. */
export class BacktestJobs {
  readonly #jobs = new Map<string, Running>();

  constructor(
    private readonly deps: QuoteDeps,
    private readonly rules: TermsRules,
  ) {}

  /**
   * Starts one; the same again while it runs is that one.
   * @throws Rejection ROLE_MISSING, BACKTEST_INVALID, BACKTESTS_BUSY
   */
  async start(context: CommandContext, message: BacktestMessage): Promise<BacktestJob> {
    refuseOtherRoles(RUN_BACKTEST, context);
    const { shop } = context;
    const known = this.#jobs.get(idOf(context));
    if (known) {
      if (known.context.requestHash === context.requestHash) return known;
      throw new Rejection('COMMAND_ID_REUSED', 'This command id started another backtest: use a new one.');
    }
    await checkBacktest(this.deps, this.rules, shop, message);
    const asked = canonicalJson({ shop, message });
    const running = [...this.#jobs.values()].filter(({ status }) => status === 'running');
    const same = running.find((job) => job.asked === asked);
    if (same) return same;
    if (running.length >= MOST_RUNNING) {
      throw new Rejection('BACKTESTS_BUSY', `${running.length} backtests run already: wait for one, or cancel one.`, {
        running: running.filter((job) => job.shop === shop).map(({ id }) => id),
      });
    }
    const job = this.#begun(context, message, asked);
    this.#jobs.set(job.id, job);
    this.#forget();
    job.ended = this.#run(job);
    return job;
  }

  /** @throws Rejection BACKTEST_UNKNOWN */
  job(shop: string, id: string): BacktestJob {
    return this.#known(shop, id);
  }

  /** Ends it, if it runs; what is over stays as it is. Resolves when nothing of it goes on. @throws Rejection BACKTEST_UNKNOWN */
  async cancel(shop: string, id: string): Promise<BacktestJob> {
    const job = this.#known(shop, id);
    job.cancel.abort();
    await job.ended;
    return job;
  }

  /** Resolves when it is over, however. @throws Rejection BACKTEST_UNKNOWN */
  async ended(shop: string, id: string): Promise<BacktestJob> {
    const job = this.#known(shop, id);
    await job.ended;
    return job;
  }

  #known(shop: string, id: string): Running {
    const job = this.#jobs.get(id);
    if (job?.shop === shop) return job;
    throw new Rejection('BACKTEST_UNKNOWN', `There is no backtest ${id} in this process: start it again.`, { id });
  }

  #begun(context: CommandContext, message: BacktestMessage, asked: string): Running {
    const { view, machine } = this.deps;
    const { shop } = context;
    return {
      id: idOf(context),
      shop,
      message,
      change: changeOf(view, shop, message),
      startedAt: machine.now(),
      status: 'running',
      endedAt: null,
      reached: START,
      head: START,
      result: null,
      fault: null,
      asked,
      context,
      cancel: new AbortController(),
      ended: Promise.resolve(),
    };
  }

  async #run(job: Running): Promise<void> {
    const { change, shop, message, context } = job;
    const { orders, zone } = message;
    const { signal } = job.cancel;
    try {
      const result = await runBacktest(this.deps, {
        ...orders,
        shop,
        change,
        cells: cellChanges(this.deps.view, shop, message),
        zone,
        signal,
        onProgress: (reached, head) => Object.assign(job, { reached, head }),
      });
      if (!signal.aborted) {
        await recordBacktest(this.deps, context, job.id, { change, orders }, result);
        job.result = result;
      }
      job.status = signal.aborted && !job.result ? 'cancelled' : 'done';
    } catch (error) {
      job.status = signal.aborted ? 'cancelled' : 'failed';
      job.fault = signal.aborted ? null : error instanceof Error ? error.message : String(error);
    }
    job.endedAt = this.deps.machine.now();
  }

  #forget(): void {
    for (const { id, status } of this.#jobs.values()) {
      if (this.#jobs.size <= MOST_KEPT) return;
      if (status !== 'running') this.#jobs.delete(id);
    }
  }
}

/** Asked again with the same key it is the same job. */
function idOf({ commandId }: CommandContext): string {
  return commandId.replaceAll('-', '');
}
