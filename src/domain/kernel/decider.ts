import type { Instant } from './instant.js';

/** Something that happened. `type` is a stored name: kebab, past tense, a contract for ever. */
export interface DomainEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
  /** From when it holds, if not from the decision's time. */
  readonly effectiveFrom?: Instant;
}

/** What a fold sees of an event beside its data. */
export interface Recording {
  readonly revision: number;
  readonly recordedAt: Instant;
  readonly effectiveFrom: Instant;
}

export type Recorded<Event extends DomainEvent> = Event & Recording;

/** When a decision is made, and from when what it decides holds if not from then (DESIGN §5, two times). */
export interface When {
  readonly at: Instant;
  readonly effectiveFrom?: Instant | undefined;
}

/** The instant from which a decision holds. */
export function holdsFrom(when: When): Instant {
  return when.effectiveFrom ?? when.at;
}

/** Marks events that hold from another instant than their decision's. */
export function effective<Event extends DomainEvent>(events: readonly Event[], when: When): readonly Event[] {
  const { effectiveFrom } = when;
  return effectiveFrom === undefined ? events : events.map((event) => ({ ...event, effectiveFrom }));
}

/** The shape every aggregate has; its decisions are functions `(state, …) → events`, its stream is `category-shop.id`. */
export interface Aggregate<State, Event extends DomainEvent> {
  readonly category: string;
  readonly initial: State;
  readonly evolve: (state: State, event: Recorded<Event>) => State;
}

/** For the `default` of a switch over a union: a type error when a case is missing. */
export function neverHappens(value: never): never {
  throw new TypeError(`unexpected ${JSON.stringify(value)}`);
}
