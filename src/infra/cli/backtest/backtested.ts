import { setTimeout } from 'node:timers/promises';
import type { components } from '../client/orchardApi.js';
import { answerOf, type OrchardClient } from '../client/orchardClient.js';
import { progressOf } from '../print/progress.js';
import type { Terminal } from '../terminal.js';
import type { OrderRange } from './orderRange.js';
import type { Tested } from './testedPromotions.js';

export type Backtest = components['schemas']['backtest'];
export type BacktestReport = NonNullable<Backtest['report']>;

const ASK_EVERY_MILLIS = 200;

/**
 * Runs a backtest and waits for its end, saying how far it is; Ctrl-C cancels it.
 * @throws ServerRefused
 */
export async function backtested(
  client: OrchardClient,
  terminal: Terminal,
  tested: Tested,
  orders: OrderRange,
): Promise<Backtest> {
  const interrupt = terminal.interrupt();
  const progress = progressOf('reading past orders', terminal);
  try {
    let job = await answerOf(client.POST('/v1/backtests', { body: { ...tested, orders } as never }));
    const params = { path: { id: job.id } };
    for (let wait = 5; job.status === 'running'; wait = Math.min(ASK_EVERY_MILLIS, wait * 2)) {
      if (interrupt.signal.aborted) return await answerOf(client.DELETE('/v1/backtests/{id}', { params }));
      await setTimeout(wait, undefined, { signal: interrupt.signal }).catch(() => {});
      job = await answerOf(client.GET('/v1/backtests/{id}', { params }));
      progress.reached(Number(job.progress.position), Number(job.progress.head));
    }
    return job;
  } finally {
    progress.end();
    interrupt.forget();
  }
}
