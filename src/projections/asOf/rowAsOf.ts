import { comparePositions, type EventStore, type Position } from '../../commands/eventStore.js';
import { nextRow } from '../foldBatch.js';
import type { Projection, Row } from '../projection.js';
import { eventsUntil } from './eventsUntil.js';

/**
 * What a row was as of a position that its table has passed; undefined: it was not there yet. A row that has not changed
 * since is what it was, any other is folded from its stream: what it costs goes by what changed, not by the log.
 * @throws UnknownEvent, and what the projection throws
 */
export async function rowAsOf<D>(
  store: Pick<EventStore, 'readStream'>,
  projection: Projection<D>,
  row: Row<D>,
  position: Position,
): Promise<Row<D> | undefined> {
  if (comparePositions(row.position, position) <= 0) return row;
  let past: Row<D> | undefined;
  for await (const event of eventsUntil(store, row.stream, position)) past = nextRow(projection, past, event);
  return past;
}
