import type { EventToAppend, StoredEvent } from '../../commands/eventStore.js';
import type { StreamName } from '../../domain/kernel/stream.js';

/** The columns of `events`, in the order of an EventRow. */
export const EVENT_COLUMNS =
  'position, stream, revision, id, type, schema_version, shop, recorded_at, effective_from, principal, role, ' +
  'command_id, request_hash, correlation, causation, data';

export type EventRow = [
  position: number,
  stream: StreamName,
  revision: number,
  id: string,
  type: string,
  schemaVersion: number,
  shop: string,
  recordedAt: string,
  effectiveFrom: string,
  principal: string,
  role: string,
  commandId: string,
  requestHash: string,
  correlation: string,
  causation: string | null,
  data: string,
];

export function rowOf(event: EventToAppend, stream: StreamName, revision: number, position: number): EventRow {
  return [
    position,
    stream,
    revision,
    event.id,
    event.type,
    event.schemaVersion,
    event.shop,
    event.recordedAt,
    event.effectiveFrom,
    event.actor.principal,
    event.actor.role,
    event.commandId,
    event.requestHash,
    event.correlation,
    event.causation ?? null,
    event.data,
  ];
}

export function eventOf(row: EventRow): StoredEvent {
  return {
    position: String(row[0]),
    stream: row[1],
    revision: row[2],
    id: row[3],
    type: row[4],
    schemaVersion: row[5],
    shop: row[6],
    recordedAt: row[7],
    effectiveFrom: row[8],
    actor: { principal: row[9], role: row[10] },
    commandId: row[11],
    requestHash: row[12],
    correlation: row[13],
    ...(row[14] === null ? {} : { causation: row[14] }),
    data: row[15],
  };
}

/** Whether two rows hold the same event, wherever in the log they are. */
export function sameEvent(a: EventRow, b: EventRow): boolean {
  return a.every((value, column) => column === 0 || value === b[column]);
}
