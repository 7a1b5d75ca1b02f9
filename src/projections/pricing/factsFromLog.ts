import { comparePositions, type EventStore, type Position, type StoredEvent } from '../../commands/eventStore.js';
import type { OrderCounts } from '../../commands/pricingView.js';
import { UnknownEvent } from '../../commands/storedEvents.js';
import { nextRow } from '../foldBatch.js';
import type { AnyProjection, Row } from '../projection.js';
import { countChangeOf } from './countChange.js';
import { added } from './followedSince.js';

const PAGE = 1_000;

export type Log = Pick<EventStore, 'readStream' | 'readAll'>;

export interface LoggedRow {
  /** Undefined: there is no such stream. It stands still before an event that cannot be folded, as it does in tables. */
  readonly row: Row | undefined;
  /** Of the last event that was read. */
  readonly revision: number;
}

/** A stream's row as the log has it now. @throws UnknownEvent */
export async function rowFromLog(log: Log, projection: AnyProjection, stream: string): Promise<LoggedRow> {
  let row: Row | undefined;
  let revision = -1;
  let stuck = false;
  for (let from = 0; ; from += PAGE) {
    const events = await log.readStream(stream, { from, limit: PAGE });
    for (const event of events) {
      revision = event.revision;
      try {
        if (!stuck) row = nextRow(projection, row, event);
      } catch (error) {
        if (error instanceof UnknownEvent) throw error;
        stuck = true;
      }
    }
    if (events.length < PAGE) return { row, revision };
  }
}

/** Counts of a customer as of a position, with what the log has after it, up to another. */
export async function countedFromLog(
  log: Log,
  customer: string,
  counts: OrderCounts,
  from: Position,
  upTo: Position,
): Promise<OrderCounts> {
  let counted = counts;
  for await (const event of between(log, from, upTo)) {
    const change = countChangeOf(event);
    if (change?.customer === customer) counted = added(counted, change);
  }
  return counted;
}

/** Streams of a prefix that went on after a position, up to another. */
export async function streamsAfter(log: Log, prefix: string, from: Position, upTo: Position): Promise<string[]> {
  const streams = new Set<string>();
  for await (const { stream } of between(log, from, upTo)) if (stream.startsWith(prefix)) streams.add(stream);
  return [...streams];
}

async function* between(log: Log, from: Position, upTo: Position): AsyncIterable<StoredEvent> {
  for (let after = from; comparePositions(after, upTo) < 0; ) {
    const events = await log.readAll(after, PAGE);
    for (const event of events) {
      if (comparePositions(event.position, upTo) > 0) return;
      yield event;
    }
    if (events.length < PAGE) return;
    after = events.at(-1)!.position;
  }
}
