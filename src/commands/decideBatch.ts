import type { DomainEvent } from '../domain/kernel/decider.js';
import { checkAppend } from './appendLimits.js';
import { type Asked, type Decided, decideCommand } from './decideCommand.js';
import { type EventToAppend, type ExpectedRevision, MAX_APPEND_BYTES, MAX_EVENTS_PER_APPEND } from './eventStore.js';
import type { Machine } from './ports.js';
import type { Answered, StreamFold } from './streamFold.js';

/** What becomes of one command of a batch, once the batch is stored. */
export type Verdict<Event extends DomainEvent> =
  | { readonly is: 'refused'; readonly error: unknown }
  | { readonly is: 'answered'; readonly answered: Answered }
  | { readonly is: 'decided'; readonly events: Decided<Event>['events']; readonly revision: ExpectedRevision };

export interface DecidedBatch<Event extends DomainEvent> {
  /** Of the first so many commands, in their order; those that did not fit have none. */
  readonly verdicts: readonly Verdict<Event>[];
  /** One append, at the revision the fold had before. */
  readonly toAppend: readonly EventToAppend[];
  readonly expected: ExpectedRevision;
}

/**
 * Decides commands one after another, each on what those before it decided: the fold moves ahead of the log until the
 * append is acknowledged, and whoever owns it drops it if that fails. One that is refused leaves no trace.
 */
export function decideBatch<State, Event extends DomainEvent>(
  fold: StreamFold<State, Event>,
  batch: readonly Asked<State, Event>[],
  machine: Machine,
): DecidedBatch<Event> {
  const expected = fold.revision;
  const verdicts: Verdict<Event>[] = [];
  const toAppend: EventToAppend[] = [];
  let bytes = 0;
  for (const asked of batch) {
    const answered = fold.answered.get(asked.context.commandId);
    if (answered) {
      verdicts.push({ is: 'answered', answered });
      continue;
    }
    let decided: Decided<Event>;
    try {
      decided = decideCommand(fold, asked, machine);
      if (decided.toAppend.length > 0) bytes += checkAppend(expected, decided.toAppend);
    } catch (error) {
      verdicts.push({ is: 'refused', error });
      continue;
    }
    if (bytes > MAX_APPEND_BYTES || toAppend.length + decided.toAppend.length > MAX_EVENTS_PER_APPEND) break;
    for (const event of decided.toAppend) toAppend.push(event);
    for (const event of decided.events) fold.add(event, asked.context.commandId);
    verdicts.push({ is: 'decided', events: decided.events, revision: fold.revision });
  }
  return { verdicts, toAppend, expected };
}
