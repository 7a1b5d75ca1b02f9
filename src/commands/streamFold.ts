import type { Aggregate, DomainEvent, Recorded } from '../domain/kernel/decider.js';
import type { Instant } from '../domain/kernel/instant.js';
import type { ExpectedRevision, FoldedEvent } from './eventStore.js';
import { decode } from './storedEvents.js';

/**
 * What a command already decided on a stream: the events of these revisions, both included. All else about it is read
 * from them when it is asked again: a hot stream remembers a hundred thousand commands.
 */
export interface Answered {
  readonly first: number;
  readonly last: number;
}

/** State and revision of one read: what `append` is given is what was decided on. */
export interface Loaded<State> {
  readonly state: State;
  readonly revision: ExpectedRevision;
  readonly lastRecordedAt: Instant;
  /** By command id. */
  readonly answered: ReadonlyMap<string, Answered>;
}

/** A stream folded as far as it was read. Owns its state, which an aggregate may change in place. */
export class StreamFold<State, Event extends DomainEvent> implements Loaded<State> {
  state: State;
  revision: ExpectedRevision = 'none';
  lastRecordedAt: Instant = '';
  readonly answered = new Map<string, Answered>();
  #lastCommand = '';
  #lastAnswered: { readonly first: number; last: number } | undefined;
  readonly #evolve: Aggregate<State, Event>['evolve'];

  constructor({ initial, evolve }: Aggregate<State, Event>) {
    this.state = initial;
    this.#evolve = evolve;
  }

  /** The revision of the next event. */
  get next(): number {
    return this.revision === 'none' ? 0 : this.revision + 1;
  }

  /** @throws UnknownEvent, what the aggregate's fold throws, RangeError for another event than the next one. */
  addStored(stored: FoldedEvent): void {
    if (stored.revision !== this.next) throw new RangeError(`revision ${stored.revision} does not follow`);
    this.add(decode<Event>(stored), stored.commandId);
  }

  /** Adds the next event, of a command. */
  add(event: Recorded<Event>, commandId: string): void {
    this.state = this.#evolve(this.state, event);
    this.revision = event.revision;
    this.lastRecordedAt = event.recordedAt;
    // The events of a command are of one append, so they are neighbours.
    if (this.#lastAnswered && commandId === this.#lastCommand) {
      this.#lastAnswered.last = event.revision;
    } else {
      this.#lastCommand = commandId;
      this.#lastAnswered = { first: event.revision, last: event.revision };
      this.answered.set(commandId, this.#lastAnswered);
    }
  }
}
