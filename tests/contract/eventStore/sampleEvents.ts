import { randomUUID } from 'node:crypto';
import type { EventStore, EventToAppend, StoredEvent } from '../../../src/commands/eventStore.js';
import { type StreamName, streamName } from '../../../src/domain/kernel/stream.js';

/** A stream nobody else uses, so that checks can share a server. */
export function freshStream(): StreamName {
  return streamName('sample', 'orchard', randomUUID().replaceAll('-', ''));
}

export function anEvent(given: Partial<EventToAppend> = {}): EventToAppend {
  return {
    id: randomUUID(),
    type: 'sample-recorded',
    schemaVersion: 1,
    shop: 'orchard',
    recordedAt: '2026-11-22T12:00:00.000Z',
    effectiveFrom: '2026-11-22T12:00:00.000Z',
    actor: { principal: 'p-1', role: 'operator' },
    commandId: randomUUID(),
    requestHash: 'a'.repeat(64),
    correlation: 'c-1',
    data: '{"fen":1250}',
    ...given,
  };
}

/** Events whose data says their number, from 0. */
export function events(count: number): EventToAppend[] {
  return Array.from({ length: count }, (_, n) => anEvent({ data: `{"n":${n}}` }));
}

/** A fresh stream that holds this many events. */
export async function streamOf(store: EventStore, count: number) {
  const stream = freshStream();
  const appended = events(count);
  await store.append(stream, 'none', appended);
  return { stream, appended };
}

export function idsOf(list: readonly { readonly id: string }[]): string[] {
  return list.map(({ id }) => id);
}

/** Only what was appended, without what the store added. */
export function asAppended({ stream, revision, position, ...event }: StoredEvent): EventToAppend {
  return event;
}
