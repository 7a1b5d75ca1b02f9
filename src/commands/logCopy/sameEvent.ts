import type { EventToAppend, StoredEvent } from '../eventStore.js';

/** The event as it was appended, without where its store put it. */
export function asAppended(event: StoredEvent): EventToAppend {
  const { stream, revision, position, ...appended } = event;
  return appended;
}

/** Whether two logs hold the same event at the same place of its stream; positions are each store's own. */
export function sameEvent(a: StoredEvent, b: StoredEvent): boolean {
  return (
    a.id === b.id &&
    a.stream === b.stream &&
    a.revision === b.revision &&
    a.type === b.type &&
    a.schemaVersion === b.schemaVersion &&
    a.shop === b.shop &&
    a.recordedAt === b.recordedAt &&
    a.effectiveFrom === b.effectiveFrom &&
    a.actor.principal === b.actor.principal &&
    a.actor.role === b.actor.role &&
    a.commandId === b.commandId &&
    a.requestHash === b.requestHash &&
    a.correlation === b.correlation &&
    a.causation === b.causation &&
    a.data === b.data
  );
}
