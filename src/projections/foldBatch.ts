import type { Position, StoredEvent } from '../commands/eventStore.js';
import { comparePositions } from '../commands/eventStore.js';
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

/** Folds the events after the checkpoint into rows. Events of other categories only move the position. */
export async function foldBatch<D>(
  projection: Projection<D>,
  checkpoint: Checkpoint,
  events: readonly StoredEvent[],
  loadRows: LoadRows,
): Promise<Folded> {
  const fresh = events.filter(({ position }) => comparePositions(position, checkpoint.position) > 0);
  const prefix = `${projection.category}-`;
  const own = fresh.filter(({ stream }) => stream.startsWith(prefix));
  const rows = new Map(await loadRows(projection, [...new Set(own.map(({ stream }) => stream))]));
  const changed = new Set<string>();
  const parked = new Map(checkpoint.parked.map((stuck) => [stuck.stream, stuck]));
  let to: Position = fresh.at(-1)?.position ?? checkpoint.position;
  let waitsAt: UnknownEvent | null = null;

  for (const event of own) {
    if (parked.has(event.stream)) continue;
    try {
      rows.set(event.stream, nextRow(projection, rows.get(event.stream), event));
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
    parked: [...parked.values()],
  };
  return { step, waitsAt };
}

/** The row after one event; also what in-memory views fold with. */
export function nextRow<D>(projection: Projection<D>, row: Row<D> | undefined, event: StoredEvent): Row<D> {
  const { stream, revision, position } = event;
  const { shop, id } = streamParts(stream);
  return { stream, shop, id, revision, position, document: projection.evolve(row?.document, event) };
}

function positionBefore(event: StoredEvent, fresh: readonly StoredEvent[], checkpoint: Checkpoint): Position {
  return fresh[fresh.indexOf(event) - 1]?.position ?? checkpoint.position;
}

function parkedAt({ stream, position, type }: StoredEvent, error: unknown): Parked {
  return { stream, position, type, error: error instanceof Error ? error.message : String(error) };
}
