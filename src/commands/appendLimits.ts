import {
  AppendTooLarge,
  type EventToAppend,
  type ExpectedRevision,
  MAX_APPEND_BYTES,
  MAX_EVENT_BYTES,
  MAX_EVENTS_PER_APPEND,
} from './eventStore.js';

/** What every store adds to an event's texts at most: field names, numbers, framing. */
const FRAME_BYTES = 256;

/** No store gives these back as they were: NUL ends a text in SQLite, a lone surrogate has no UTF-8. */
const UNSTORABLE = /[\0\ud800-\udfff]/u;

/** The size of an event as the limits count it, in bytes: all its texts in UTF-8 and a fixed frame. */
export function eventBytes(event: EventToAppend): number {
  let bytes = FRAME_BYTES;
  for (const text of texts(event)) bytes += Buffer.byteLength(text);
  return bytes;
}

/**
 * What every store asks of an append before it writes anything.
 * @returns the bytes of the append, as the limits count them.
 * @throws AppendTooLarge beyond a limit; RangeError when there is no event, the expected revision is no revision, or a
 * text holds what no store can give back.
 */
export function checkAppend(expected: ExpectedRevision, events: readonly EventToAppend[]): number {
  if (events.length === 0) throw new RangeError('an append holds at least one event');
  if (expected !== 'none' && !(Number.isSafeInteger(expected) && expected >= 0)) {
    throw new RangeError(`${expected} is no revision: expected "none" or a count from 0`);
  }
  if (events.length > MAX_EVENTS_PER_APPEND) {
    throw new AppendTooLarge(
      `an append of ${events.length} events: at most ${MAX_EVENTS_PER_APPEND} are stored at once`,
    );
  }
  let total = 0;
  for (const event of events) total += checkEvent(event);
  if (total > MAX_APPEND_BYTES) {
    throw new AppendTooLarge(`an append of ${total} bytes: at most ${MAX_APPEND_BYTES} are stored at once`);
  }
  return total;
}

function checkEvent(event: EventToAppend): number {
  if (texts(event).some((text) => UNSTORABLE.test(text))) {
    throw new RangeError(`event ${event.type} holds a NUL or half a surrogate pair, which no store can give back`);
  }
  const bytes = eventBytes(event);
  if (bytes > MAX_EVENT_BYTES) {
    throw new AppendTooLarge(`event ${event.type} of ${bytes} bytes: at most ${MAX_EVENT_BYTES} are stored`);
  }
  return bytes;
}

function texts(event: EventToAppend): readonly string[] {
  return [
    event.id,
    event.type,
    event.shop,
    event.recordedAt,
    event.effectiveFrom,
    event.actor.principal,
    event.actor.role,
    event.commandId,
    event.requestHash,
    event.correlation,
    event.causation ?? '',
    event.data,
  ];
}
