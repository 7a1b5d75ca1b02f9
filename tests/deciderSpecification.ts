import { expect } from '@jest/globals';
import type { Aggregate, DomainEvent, Recorded } from '../src/domain/kernel/decider.js';
import { type Instant, plusMillis } from '../src/domain/kernel/instant.js';
import { Rejection } from '../src/domain/kernel/rejection.js';

/** When the past of a specification was recorded, an event a minute, unless an event says otherwise. */
export const BEFORE: Instant = '2026-11-01T00:00:00.000Z';
/** When the decision is made. */
export const NOW: Instant = '2026-11-22T12:00:00.000Z';

/** An event of the past; without `recordedAt` a minute after the one before it. */
export type Past<Event extends DomainEvent> = Event & { readonly recordedAt?: Instant };
type Decide<State, Event> = (state: State, at: Instant) => readonly Event[];

/** The state a past makes, as a stream would be folded. */
export function folded<State, Event extends DomainEvent>(
  { initial, evolve }: Aggregate<State, Event>,
  past: readonly Past<Event>[],
): State {
  return past.reduce((state, event, revision) => evolve(state, recorded<Event>(event, revision)), initial);
}

function recorded<Event extends DomainEvent>(event: Past<Event>, revision: number): Recorded<Event> {
  const recordedAt = event.recordedAt ?? plusMillis(BEFORE, revision * 60_000);
  return { ...event, revision, recordedAt, effectiveFrom: event.effectiveFrom ?? recordedAt };
}

/**
 * given(past).when(decision).then(events). Whatever a decision gives, deciding again after its own events must give
 * none: being asked twice changes nothing.
 */
export function deciderSpecification<State, Event extends DomainEvent>(aggregate: Aggregate<State, Event>) {
  const given = (...past: readonly Past<Event>[]) => ({
    when: (decide: Decide<State, Event>) => ({
      // biome-ignore lint/suspicious/noThenProperty: the word of the sentence; nobody awaits a specification
      then(...events: readonly Event[]): void {
        expect(events).not.toHaveLength(0);
        expect(decide(folded(aggregate, past), NOW)).toStrictEqual(events);
        const after = [...past, ...events.map((event) => ({ ...event, recordedAt: NOW }))];
        expect({ askedAgain: decide(folded(aggregate, after), NOW) }).toStrictEqual({ askedAgain: [] });
      },
      thenNothing(): void {
        expect(decide(folded(aggregate, past), NOW)).toStrictEqual([]);
      },
      thenRejected(code: string, facts: Readonly<Record<string, unknown>> = {}): void {
        const rejection = rejectionOf(() => decide(folded(aggregate, past), NOW));
        expect({ code: rejection.code, ...rejection.facts }).toMatchObject({ code, ...facts });
      },
    }),
  });
  return { given };
}

function rejectionOf(decide: () => readonly DomainEvent[]): Rejection {
  try {
    const decided = decide();
    throw new Error(`was not rejected but decided ${JSON.stringify(decided)}`);
  } catch (error) {
    if (error instanceof Rejection) return error;
    throw error;
  }
}
