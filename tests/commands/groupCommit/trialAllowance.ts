import { holdAllowance } from '../../../src/commands/allowance/holdAllowance.js';
import { confirmHold, releaseHold } from '../../../src/commands/allowance/holdSteps.js';
import type { CommandContext } from '../../../src/commands/context.js';
import type { EventStore } from '../../../src/commands/eventStore.js';
import type { Committed, GroupCommit } from '../../../src/commands/groupCommit.js';
import { handleHot } from '../../../src/commands/handleHot.js';
import { loadStream } from '../../../src/commands/loadStream.js';
import type { AllowanceEvent, AllowanceTerms } from '../../../src/domain/allowance/events.js';
import type { Allowance } from '../../../src/domain/allowance/state.js';
import { allowanceAggregate } from '../../../src/domain/allowance/stream.js';
import { aContext } from '../trialContext.js';
import { TrialMachine } from '../trialMachine.js';

/** The allowance group commit is tried with. */
export const STREAM = 'allowance-demo.p1.uses';
export const UNTIL = '2026-11-22T12:15:00.000Z';
export const usesOf = (total: number): AllowanceTerms => ({
  unit: 'uses',
  total,
  source: { promotion: 'p1', revision: 1 },
});

type Answer = Promise<Committed<AllowanceEvent>>;
const machine = new TrialMachine();

/** Holds one use for an order, of so many in all. */
export function take(
  commits: GroupCommit,
  order: string,
  total: number,
  context: CommandContext = aContext(),
  allowance = 'p1.uses',
): Answer {
  const message = { allowance, hold: order, order, amount: 1, until: UNTIL, terms: usesOf(total) };
  return handleHot({ commits }, holdAllowance(machine), context, message);
}

export function confirmTaken(commits: GroupCommit, order: string, context: CommandContext = aContext()): Answer {
  return handleHot({ commits }, confirmHold, context, { allowance: 'p1.uses', hold: order, order });
}

export function giveBack(commits: GroupCommit, order: string, context: CommandContext = aContext()): Answer {
  return handleHot({ commits }, releaseHold, context, { allowance: 'p1.uses', hold: order, order });
}

/** What the log says of it, folded from its start. */
export async function allowanceIn(store: EventStore, stream = STREAM): Promise<Allowance> {
  return (await loadStream(store, allowanceAggregate, stream)).state;
}

/** `accepted`, or the code it was refused with. */
export async function outcomesOf(answers: readonly Promise<unknown>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const answer of await Promise.allSettled(answers)) {
    const word = answer.status === 'fulfilled' ? 'accepted' : (answer.reason.code ?? answer.reason.name);
    counts[word] = (counts[word] ?? 0) + 1;
  }
  return counts;
}

export const names = (count: number, prefix = 'o') => Array.from({ length: count }, (_, n) => `${prefix}${n}`);
