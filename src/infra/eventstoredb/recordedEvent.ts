import type { AllStreamResolvedEvent, ResolvedEvent } from '@eventstore/db-client';
import type { EventToAppend, Position, StoredEvent } from '../../commands/eventStore.js';
import type { StreamName } from '../../domain/kernel/stream.js';
import { contentId } from './contentId.js';

/** The envelope as it is kept in an event's metadata; correlation and causation under the names the server knows. */
interface Envelope {
  readonly id: string;
  readonly schemaVersion: number;
  readonly shop: string;
  readonly recordedAt: string;
  readonly effectiveFrom: string;
  readonly actor: { readonly principal: string; readonly role: string };
  readonly commandId: string;
  readonly requestHash: string;
  readonly $correlationId: string;
  readonly $causationId?: string;
}

/** An event as it is sent. */
export interface OutgoingEvent {
  readonly id: string;
  readonly type: string;
  readonly metadata: Uint8Array;
  readonly data: Uint8Array;
}

/** Data goes as bytes, never as the client's JSON, which is parsed and written anew on its way back. */
export function outgoing(event: EventToAppend): OutgoingEvent {
  const { type } = event;
  const data = Buffer.from(event.data);
  const metadata = Buffer.from(JSON.stringify(envelopeOf(event)));
  return { id: contentId(type, metadata, data), type, metadata, data };
}

/** What an event takes at most of the server's limit for one append. */
export function bytesOf({ type, metadata, data }: OutgoingEvent): number {
  return data.length + metadata.length + 2 * type.length;
}

/** Where a record is in the log; undefined for what has no place, such as a link to something deleted. */
export function positionOf({ event }: ResolvedEvent | AllStreamResolvedEvent): Position | undefined {
  return event?.position?.commit.toString();
}

/** The event as the port knows it; undefined when Orchard did not write it: the server's own, or another program's. */
export function storedEvent({ event }: ResolvedEvent | AllStreamResolvedEvent): StoredEvent | undefined {
  const metadata: unknown = event?.metadata;
  if (!event?.position || event.isJson || !isEnvelope(metadata)) return undefined;
  const { $correlationId, $causationId, actor, ...envelope } = metadata;
  return {
    ...envelope,
    type: event.type,
    actor: { principal: actor.principal, role: actor.role },
    correlation: $correlationId,
    ...($causationId !== undefined && { causation: $causationId }),
    data: Buffer.from(event.data as Uint8Array).toString('utf8'),
    stream: event.streamId as StreamName,
    revision: Number(event.revision),
    position: event.position.commit.toString(),
  };
}

function envelopeOf(event: EventToAppend): Envelope {
  return {
    id: event.id,
    schemaVersion: event.schemaVersion,
    shop: event.shop,
    recordedAt: event.recordedAt,
    effectiveFrom: event.effectiveFrom,
    actor: event.actor,
    commandId: event.commandId,
    requestHash: event.requestHash,
    $correlationId: event.correlation,
    ...(event.causation !== undefined && { $causationId: event.causation }),
  };
}

function isEnvelope(metadata: unknown): metadata is Envelope {
  if (typeof metadata !== 'object' || metadata === null) return false;
  const { id, schemaVersion, requestHash } = metadata as Partial<Envelope>;
  return typeof id === 'string' && typeof schemaVersion === 'number' && typeof requestHash === 'string';
}
