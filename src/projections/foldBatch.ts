import { comparePositions, type Position, START, type StoredEvent } from '../commands/eventStore.js';
import { UnknownEvent } from '../commands/storedEvents.js';
import { streamParts } from '../domain/kernel/stream.js';
import type { Projection, Row } from './projection.js';
import type { Checkpoint, Parked, Step } from './viewStore.js';

/** The next step of a projection, and the event it waits at when this version does not know its type. */
export interface Folded {
  readonly step: Step;
  readonly waitsAt: UnknownEvent | null;
}

export type LoadRows = <D>(
  projection: Projection<D>,
  streams: readonly string[],
) => Promise<ReadonlyMap<string, Row<D>>>;

/**
 * Folds the events after the checkpoint into rows. Events of other categories only move the position, and so does being
 * told how far the log is known.
 */
export async function foldBatch<D>(
  projection: Projection<D>,
  checkpoint: Checkpoint,
  events: readonly StoredEvent[],
  loadRows: LoadRows,
  known: Position = START,
): Promise<Folded> {
  const fresh = eventsAfter(checkpoint.position, events);
  const prefix = `${projection.category}-`;
  const own = fresh.filter(({ stream }) => stream.startsWith(prefix));
  const rows = new Map(await loadRows(projection, streamsGoingOn(own)));
  const changed = new Set<string>();
  const parked = new Map(checkpoint.parked.map((stuck) => [stuck.stream, stuck]));
  let to = furthest(fresh.at(-1)?.position ?? checkpoint.position, known);
  let waitsAt: UnknownEvent | null = null;

  for (const event of own) {
    if (parked.has(event.stream)) continue;
    try {
      const row = nextRow(projection, rows.get(event.stream), event);
      refuseUnshowable(projection, row);
      rows.set(event.stream, row);
      changed.add(event.stream);
    } catch (error) {
      if (error instanceof UnknownEvent) {
        waitsAt = error;
        to = positionBefore(event, fresh, checkpoint);
        break;
      }
      parked.set(event.stream, parkedAt(event, error));
    }
  }
  const step = {
    projection,
    from: checkpoint.position,
    to,
    rows: [...changed].map((stream) => rows.get(stream)!),
    parkedBefore: checkpoint.parked,
    parked: [...parked.values()],
  };
  return { step, waitsAt };
}

/**
 * The row after one event; also what in-memory views fold with.
 * @throws RangeError when events of the stream are missing between; whatever the projection throws.
 */
export function nextRow<D>(projection: Projection<D>, row: Row<D> | undefined, event: StoredEvent): Row<D> {
  const { stream, revision, position } = event;
  const next = row ? row.revision + 1 : 0;
  if (revision !== next) throw new RangeError(`${stream} goes on at revision ${next}, not at ${revision}`);
  const { shop, id } = streamParts(stream);
  return { stream, shop, id, revision, position, document: projection.evolve(row?.document, event) };
}

/** Those that have a row: a stream that begins here has none. */
function streamsGoingOn(events: readonly StoredEvent[]): string[] {
  const streams = new Map<string, boolean>();
  for (const { stream, revision } of events) if (!streams.has(stream)) streams.set(stream, revision > 0);
  return [...streams].filter(([, goesOn]) => goesOn).map(([stream]) => stream);
}

// Buses deliver again; what is at or before the event last seen is old.
function eventsAfter(position: Position, events: readonly StoredEvent[]): readonly StoredEvent[] {
  let last = position;
  return events.filter((event) => {
    if (comparePositions(event.position, last) <= 0) return false;
    last = event.position;
    return true;
  });
}

// A row that its tables cannot show would stop the step of every projection, so it counts as one that cannot be folded.
function refuseUnshowable<D>({ table, details }: Projection<D>, row: Row<D>): void {
  for (const { records } of [table, ...details]) records(row);
}

function furthest(a: Position, b: Position): Position {
  return comparePositions(a, b) > 0 ? a : b;
}

function positionBefore(event: StoredEvent, fresh: readonly StoredEvent[], checkpoint: Checkpoint): Position {
  return fresh[fresh.indexOf(event) - 1]?.position ?? checkpoint.position;
}

/** What is remembered of an event that could not be folded. */
export function parkedAt({ stream, position, type }: StoredEvent, error: unknown): Parked {
  return { stream, position, type, error: error instanceof Error ? error.message : String(error) };
}
