import type { GroupCommit } from '../../src/commands/groupCommit.js';
import { Rejection } from '../../src/domain/kernel/rejection.js';
import type { Counters } from './counters.js';
import type { Scheduler } from './scheduler.js';

/** Watches a group commit: what of one stream is answered in one step was one batch. */
export class BatchWatch {
  #step = -1;
  readonly #answers = new Map<string, { stored: number; refused: number }>();

  constructor(
    private readonly commits: GroupCommit,
    private readonly scheduler: Scheduler,
    private readonly counters: Counters,
  ) {}

  /** The same group commit, watched. */
  watched(): GroupCommit {
    const submit: GroupCommit['submit'] = (aggregate, id, context, decide) => {
      const submitted = this.commits.submit(aggregate, id, context, decide);
      submitted.then(
        () => this.#answered(id, 'stored'),
        (error) => this.#failed(id, error),
      );
      return submitted;
    };
    return { submit, idle: () => this.commits.idle() } as GroupCommit;
  }

  #failed(id: string, error: unknown): void {
    if (!(error instanceof Rejection)) return;
    if (error.code === 'OVERLOADED') this.counters.path('too many waited for a stream');
    else this.#answered(id, 'refused');
  }

  #answered(id: string, how: 'stored' | 'refused'): void {
    if (this.#step !== this.scheduler.steps) this.#answers.clear();
    this.#step = this.scheduler.steps;
    const answers = this.#answers.get(id) ?? { stored: 0, refused: 0 };
    this.#answers.set(id, answers);
    answers[how]++;
    if (answers.stored + answers.refused === 2) this.counters.path('batch of several commands');
    if (answers.stored > 0 && answers.refused > 0) this.counters.path('batch with a refused neighbour');
  }
}
