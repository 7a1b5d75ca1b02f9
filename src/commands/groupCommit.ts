import type { Aggregate, DomainEvent, Recorded } from '../domain/kernel/decider.js';
import { Rejection } from '../domain/kernel/rejection.js';
import { type StreamName, streamName } from '../domain/kernel/stream.js';
import type { CommandContext } from './context.js';
import type { Decide } from './decideCommand.js';
import { type ExpectedRevision, StoreUnavailable } from './eventStore.js';
import { FoldCache } from './foldCache.js';
import { HotStream, type Waiting } from './hotStream.js';
import type { CommandDeps } from './ports.js';

/** What a command of a hot stream made true; the answer to it is a function of its own events alone. */
export interface Committed<Event extends DomainEvent> {
  readonly events: readonly Recorded<Event>[];
  /** Of the stream after the command; `none` when it decided nothing on a stream that does not exist. */
  readonly revision: ExpectedRevision;
  /**
   * Where all the command recorded can be read: of the last event stored with it, which may be a neighbour's.
   * Null when it had nothing to record.
   */
  readonly position: string | null;
  /** Whether this command id had been answered before. */
  readonly replayed: boolean;
}

export interface GroupCommitLimits {
  /** Commands of one append. */
  readonly batch: number;
  /** Commands decided in one turn of the event loop, over all streams. */
  readonly perTurn: number;
  /** Commands that wait for one stream. */
  readonly waitingPerStream: number;
  /** Commands that wait for any. */
  readonly waiting: number;
  /** Events of the folds that are kept. */
  readonly keptEvents: number;
}

const LIMITS: GroupCommitLimits = {
  batch: 256,
  perTurn: 512,
  waitingPerStream: 16_384,
  waiting: 65_536,
  keptEvents: 500_000,
};

type AnyWaiting = Waiting<unknown, DomainEvent>;

/** The commands that wait for one stream. */
interface Queue {
  readonly stream: HotStream<unknown, DomainEvent>;
  readonly waiting: AnyWaiting[];
}

/**
 * Commits commands for the same stream that arrive together as one append (docs/decisions/0008):
 *
 * 1. `submit` puts a command into the queue of its stream, or refuses it when too many wait.
 * 2. In the next turn of the event loop each stream with a queue, in the order in which they got one, starts a batch of
 *    the commands that wait; HotStream decides it in memory, appends it and answers. Commands that arrive meanwhile
 *    make the next batch.
 * 3. A stream that is done and has a queue goes to the end of the line.
 *
 * No command is answered before the append of its batch is acknowledged. There is one for a process.
 */
export class GroupCommit {
  readonly #queues = new Map<StreamName, Queue>();
  /** Streams that have commands and no batch under way, the one that has waited longest first. */
  readonly #line: Queue[] = [];
  readonly #limits: GroupCommitLimits;
  readonly #folds: FoldCache;
  #waiting = 0;
  #turnIsDue = false;
  #idle: (() => void)[] = [];

  /** `nextTurn` comes when what arrives together has arrived. */
  constructor(
    private readonly deps: CommandDeps,
    limits: Partial<GroupCommitLimits> = {},
    private readonly nextTurn: (work: () => void) => void = setImmediate,
  ) {
    this.#limits = { ...LIMITS, ...limits };
    this.#folds = new FoldCache(this.#limits.keptEvents);
  }

  /** @throws like `execute`, and Rejection OVERLOADED. */
  submit<State, Event extends DomainEvent>(
    aggregate: Aggregate<State, Event>,
    id: string,
    context: CommandContext,
    decide: Decide<State, Event>,
  ): Promise<Committed<Event>> {
    const name = streamName(aggregate.category, context.shop, id);
    return new Promise((resolve, reject) => {
      const waitingHere = this.#queues.get(name)?.waiting.length ?? 0;
      if (this.#waiting >= this.#limits.waiting || waitingHere >= this.#limits.waitingPerStream) {
        reject(overloaded());
        return;
      }
      const queue = this.#queueOf(name, aggregate as Aggregate<unknown, DomainEvent>);
      // A queue holds commands of one aggregate: that of its stream's category.
      queue.waiting.push({ context, decide, resolve, reject } as unknown as AnyWaiting);
      this.#waiting++;
      if (queue.waiting.length === 1) this.#lineUp(queue);
    });
  }

  /** When nobody waits any more. */
  idle(): Promise<void> {
    return this.#waiting === 0 ? Promise.resolve() : new Promise((resolve) => this.#idle.push(resolve));
  }

  #queueOf(name: StreamName, aggregate: Aggregate<unknown, DomainEvent>): Queue {
    let queue = this.#queues.get(name);
    if (!queue) {
      queue = { stream: new HotStream(this.deps, this.#folds, aggregate, name), waiting: [] };
      this.#queues.set(name, queue);
    }
    return queue;
  }

  #lineUp(queue: Queue): void {
    this.#line.push(queue);
    this.#nextTurn();
  }

  #nextTurn(): void {
    if (this.#turnIsDue) return;
    this.#turnIsDue = true;
    this.nextTurn(() => this.#turn());
  }

  #turn(): void {
    this.#turnIsDue = false;
    let left = this.#limits.perTurn;
    while (left > 0 && this.#line.length > 0) {
      const queue = this.#line.shift()!;
      const batch = queue.waiting.slice(0, this.#limits.batch);
      left -= batch.length;
      void this.#commit(queue, batch);
    }
    if (this.#line.length > 0) this.#nextTurn();
  }

  /** The batch stays in its queue until it is answered: it counts as waiting, and its stream stays out of the line. */
  async #commit(queue: Queue, batch: readonly AnyWaiting[]): Promise<void> {
    let done: number;
    try {
      done = await queue.stream.commit(batch);
    } catch (error) {
      // When the store cannot be reached, those behind would only wait to hear the same.
      done = error instanceof StoreUnavailable ? queue.waiting.length : batch.length;
      for (const { reject } of queue.waiting.slice(0, done)) reject(error);
    }
    queue.waiting.splice(0, done);
    this.#waiting -= done;
    if (queue.waiting.length > 0) this.#lineUp(queue);
    else this.#queues.delete(queue.stream.name);
    if (this.#waiting === 0) for (const resolve of this.#idle.splice(0)) resolve();
  }
}

function overloaded(): Rejection {
  return new Rejection('OVERLOADED', 'Too many are waiting: try again in a moment.', { retryAfterSeconds: 1 });
}
