import { eventBytes } from '../appendLimits.js';
import {
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  MAX_APPEND_BYTES,
  MAX_EVENTS_PER_APPEND,
  type StoredEvent,
  TURN_EVENTS,
} from '../eventStore.js';
import { compareLogs } from './compareLogs.js';
import { EventsInOrder } from './eventsInOrder.js';
import { asAppended } from './sameEvent.js';

export interface CopyOptions {
  readonly signal?: AbortSignal;
  /** What is being done, how much of it is done, and of how much: events, or places of the log that is read. */
  readonly onProgress?: (doing: 'comparing' | 'copying' | 'verifying', done: number, total: number) => void;
}

export interface LogCopied {
  /** Events that an earlier run had copied: compared, one by one. */
  readonly already: number;
  readonly copied: number;
  /** Events read back from both logs and found the same, when the copy is whole. */
  readonly verified: number;
  /** Positions are the same too, so checkpoints over the one log hold for the other. */
  readonly samePositions: boolean;
  /** False: it was interrupted; run again it goes on. */
  readonly whole: boolean;
}

/**
 * Copies a log into a store of any kind, event for event and in the same order, and reads both again at the end. Nobody
 * else may write to the target. What a run that was interrupted or killed has copied is compared and kept.
 * @throws LogsPart when the target holds something else; what the stores throw: run again it goes on.
 */
export async function copyLog(from: EventStore, to: EventStore, options: CopyOptions = {}): Promise<LogCopied> {
  const { signal, onProgress } = options;
  const source = await EventsInOrder.of(from);
  const target = await EventsInOrder.of(to);
  const { events: already } = await compareLogs(source, target, signal, (_, at) =>
    onProgress?.('comparing', Number(at), Number(target.end)),
  );
  const copied = await copyRest(source, to, options);
  if (signal?.aborted) return { already, copied, verified: 0, samePositions: false, whole: false };
  const again = await EventsInOrder.of(from);
  const { events: verified, samePositions } = await compareLogs(again, await EventsInOrder.of(to), signal, (events) =>
    onProgress?.('verifying', events, already + copied),
  );
  const whole = verified === already + copied && !signal?.aborted;
  return { already, copied, verified, samePositions, whole };
}

interface Append {
  readonly stream: StoredEvent['stream'];
  readonly expected: ExpectedRevision;
  readonly events: EventToAppend[];
}

async function copyRest(source: EventsInOrder, to: EventStore, { signal, onProgress }: CopyOptions): Promise<number> {
  // Where a turn is no commit, only one append under way keeps the order.
  const most = to.turnIsOneCommit ? TURN_EVENTS : MAX_EVENTS_PER_APPEND;
  let copied = 0;
  while (!signal?.aborted) {
    const { appends, last } = await nextAppends(source, most, to.turnIsOneCommit === true);
    if (!last) break;
    await Promise.all(appends.map(({ stream, expected, events }) => to.append(stream, expected, events)));
    for (const { events } of appends) copied += events.length;
    onProgress?.('copying', Number(last.position), Number(source.end));
  }
  return copied;
}

/** The next events of the log, as many as may be stored together; those of one stream that follow each other as one. */
async function nextAppends(source: EventsInOrder, most: number, ofManyStreams: boolean) {
  const appends: Append[] = [];
  let last: StoredEvent | undefined;
  let events = 0;
  let bytes = 0;
  for (let event = await source.peek(); event; event = await source.peek()) {
    const open = appends.at(-1);
    const goesOn = open?.stream === event.stream;
    bytes += eventBytes(event);
    if (open && (events === most || bytes > MAX_APPEND_BYTES || !(goesOn || ofManyStreams))) break;
    if (goesOn) open.events.push(asAppended(event));
    else appends.push({ stream: event.stream, expected: before(event), events: [asAppended(event)] });
    events++;
    last = await source.take();
  }
  return { appends, last };
}

function before({ revision }: StoredEvent): ExpectedRevision {
  return revision === 0 ? 'none' : revision - 1;
}
