import type { Actor, StoredEvent } from '../../commands/eventStore.js';
import { decode } from '../../commands/storedEvents.js';
import type { Aggregate, DomainEvent } from '../../domain/kernel/decider.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { changesBetween, type FieldChange } from './changesBetween.js';

/** How the history of a kind of thing is told. */
export interface Chronicle<State, Event extends DomainEvent> {
  readonly aggregate: Aggregate<State, Event>;
  /** What it is, as far as it was recorded, in the fields people know. */
  readonly fields: (state: State) => Readonly<Record<string, unknown>>;
}

/** What one command made of a thing. */
export interface Chapter {
  /** Of its last event: also the ETag it left. */
  readonly revision: number;
  readonly at: Instant;
  /** From when it holds; another instant than `at` when it was planned or back-dated. */
  readonly effectiveFrom: Instant;
  readonly by: Actor;
  /** What happened: stored event types. */
  readonly happened: readonly string[];
  readonly changes: readonly FieldChange[];
  /** In the words of who did it. */
  readonly why: string | null;
  /** The X-Request-Id it came by. */
  readonly correlation: string;
}

/** The history of a thing from all its events: a chapter a command. @throws UnknownEvent */
export function chaptersOf<State, Event extends DomainEvent>(
  { aggregate, fields }: Chronicle<State, Event>,
  events: readonly StoredEvent[],
): Chapter[] {
  const chapters: Chapter[] = [];
  let state = aggregate.initial;
  for (let start = 0; start < events.length; ) {
    const { commandId } = events[start]!;
    const before = fields(state);
    let end = start;
    for (; end < events.length && events[end]!.commandId === commandId; end++) {
      state = aggregate.evolve(state, decode<Event>(events[end]!));
    }
    chapters.push(chapterOf(events.slice(start, end), changesBetween(before, fields(state))));
    start = end;
  }
  return chapters;
}

function chapterOf(events: readonly StoredEvent[], changes: readonly FieldChange[]): Chapter {
  const { revision, recordedAt, effectiveFrom, actor, correlation } = events.at(-1)!;
  return {
    revision,
    at: recordedAt,
    effectiveFrom,
    by: { principal: actor.principal, role: actor.role },
    happened: events.map(({ type }) => type),
    changes,
    why: events.map(reasonOf).find((reason) => reason !== undefined) ?? null,
    correlation,
  };
}

function reasonOf(event: StoredEvent): string | undefined {
  const { reason } = decode(event).data as { readonly reason?: unknown };
  return typeof reason === 'string' ? reason : undefined;
}
