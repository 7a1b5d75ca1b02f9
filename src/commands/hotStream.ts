import type { Aggregate, DomainEvent } from '../domain/kernel/decider.js';
import type { StreamName } from '../domain/kernel/stream.js';
import { appendSurely } from './appendSurely.js';
import { decideBatch, type Verdict } from './decideBatch.js';
import type { Asked } from './decideCommand.js';
import { type Position, RevisionConflict } from './eventStore.js';
import { MAX_ATTEMPTS, streamBusy } from './execute.js';
import type { FoldCache } from './foldCache.js';
import type { Committed } from './groupCommit.js';
import { readOn } from './loadStream.js';
import type { CommandDeps } from './ports.js';
import { recordedAnswer } from './recordedAnswer.js';
import { StreamFold } from './streamFold.js';

/** A command that waits for its answer. */
export interface Waiting<State, Event extends DomainEvent> extends Asked<State, Event> {
  readonly resolve: (committed: Committed<Event>) => void;
  readonly reject: (error: unknown) => void;
}

/** Commits batches of commands for one stream, one batch at a time. */
export class HotStream<State, Event extends DomainEvent> {
  constructor(
    private readonly deps: CommandDeps,
    private readonly folds: FoldCache,
    private readonly aggregate: Aggregate<State, Event>,
    readonly name: StreamName,
  ) {}

  /**
   * Decides, appends and answers; on a conflict from the beginning.
   * @returns how many of the batch were answered: those that did not fit into one append were not.
   * @throws what kept it from answering the first of them; nobody was answered then.
   */
  async commit(batch: readonly Waiting<State, Event>[]): Promise<number> {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const fold = await this.#upToDate();
      const { verdicts, toAppend, expected } = decideBatch(fold, batch, this.deps.machine);
      let position: Position | null = null;
      if (toAppend.length > 0) {
        try {
          ({ position } = await appendSurely(this.deps, this.name, expected, toAppend));
        } catch (error) {
          // The fold holds events that may not be stored: it is not kept.
          if (!(error instanceof RevisionConflict)) throw error;
          if (attempt < MAX_ATTEMPTS) await this.deps.machine.sleep(this.deps.machine.random() * 2 ** attempt);
          continue;
        }
      }
      this.folds.keep(this.name, fold as StreamFold<unknown, DomainEvent>);
      for (const [index, verdict] of verdicts.entries()) this.#answer(batch[index]!, verdict, position);
      return verdicts.length;
    }
    throw streamBusy();
  }

  /**
   * The stream as it is now: one small read, or all of it the first time. So a command is never refused on what another
   * process has changed since; that nothing changes until the append is what the append's revision checks.
   */
  async #upToDate(): Promise<StreamFold<State, Event>> {
    // Folds are kept by stream, and a stream is of one aggregate.
    const kept = this.folds.take(this.name) as StreamFold<State, Event> | undefined;
    const fold = kept ?? new StreamFold(this.aggregate);
    await readOn(this.deps.store, this.name, fold);
    return fold;
  }

  #answer(
    { context, resolve, reject }: Waiting<State, Event>,
    verdict: Verdict<Event>,
    position: Position | null,
  ): void {
    if (verdict.is === 'refused') {
      reject(verdict.error);
    } else if (verdict.is === 'decided') {
      const { events, revision } = verdict;
      resolve({ events, revision, position: events.length > 0 ? position : null, replayed: false });
    } else {
      const answer = recordedAnswer<Event>(this.deps.store, this.name, verdict.answered, context);
      answer.then((recorded) => resolve({ ...recorded, replayed: true }), reject);
    }
  }
}
