import type { Position, StoredEvent } from '../eventStore.js';
import type { EventsInOrder } from './eventsInOrder.js';
import { sameEvent } from './sameEvent.js';

/** The log copied to is not a beginning of the one copied from. */
export class LogsPart extends Error {
  override readonly name = 'LogsPart';

  constructor(
    /** The first event that is not the same, counted from 1. */
    readonly at: number,
    source: StoredEvent | undefined,
    target: StoredEvent,
  ) {
    const there = `${target.type} of ${target.stream}@${target.revision}`;
    const here = source ? `is ${source.type} of ${source.stream}@${source.revision}` : 'does not exist';
    super(
      `The log copied to is not a copy of this one: its event ${at} is ${there}, which here ${here}. ` +
        'Nothing was written. Copy to an empty log.',
    );
  }
}

export interface Compared {
  readonly events: number;
  /** Every event has the position it has in the other log, so seals over one hold for the other. */
  readonly samePositions: boolean;
}

/**
 * Walks through both logs while the second has events. @throws LogsPart where it holds another event than the first.
 * Ends early when the signal aborts.
 */
export async function compareLogs(
  source: EventsInOrder,
  target: EventsInOrder,
  signal: AbortSignal | undefined,
  onEvent: (events: number, at: Position) => void,
): Promise<Compared> {
  let events = 0;
  let samePositions = true;
  while (!signal?.aborted) {
    const copied = await target.take();
    if (!copied) break;
    const original = await source.take();
    events++;
    if (!original || !sameEvent(original, copied)) throw new LogsPart(events, original, copied);
    samePositions &&= original.position === copied.position;
    onEvent(events, copied.position);
  }
  return { events, samePositions };
}
