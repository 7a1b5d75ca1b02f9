import type { StoredEvent } from '../../src/commands/eventStore.js';
import { canonicalJson } from '../../src/domain/kernel/canonicalJson.js';
import type { DomainEvent } from '../../src/domain/kernel/decider.js';
import { streamParts } from '../../src/domain/kernel/stream.js';
import { anEvent } from '../contract/eventStore/sampleEvents.js';

/** Events as a log would hold them: positions from 1, revisions by stream, a second apart. */
export function logOf(...happened: readonly (readonly [stream: string, event: DomainEvent])[]): StoredEvent[] {
  const revisions = new Map<string, number>();
  return happened.map(([stream, event], index) => {
    const revision = revisions.get(stream) ?? 0;
    revisions.set(stream, revision + 1);
    const recordedAt = new Date(Date.parse('2026-11-01T00:00:00.000Z') + index * 1_000).toISOString();
    const { shop } = streamParts(stream);
    const { effectiveFrom = recordedAt } = event;
    const envelope = anEvent({ type: event.type, data: canonicalJson(event.data), shop, recordedAt, effectiveFrom });
    return { ...envelope, stream, revision, position: String(index + 1) };
  });
}
