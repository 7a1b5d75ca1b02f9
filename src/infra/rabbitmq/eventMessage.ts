import { z } from 'zod';
import type { StoredEvent } from '../../commands/eventStore.js';
import { canonicalJson } from '../../domain/kernel/canonicalJson.js';

/**
 * A stored event as a CloudEvent in structured JSON: what the standard names in its attributes, the rest of the envelope
 * in extensions, whose names are lower case.
 */
export function eventContent(event: StoredEvent): Buffer {
  const attributes = {
    specversion: '1.0',
    id: event.id,
    source: `/orchard/${event.shop}`,
    type: event.type,
    subject: event.stream,
    time: event.recordedAt,
    datacontenttype: 'application/json',
    position: event.position,
    revision: event.revision,
    schemaversion: event.schemaVersion,
    effectivefrom: event.effectiveFrom,
    principal: event.actor.principal,
    role: event.actor.role,
    commandid: event.commandId,
    requesthash: event.requestHash,
    correlation: event.correlation,
    ...(event.causation !== undefined && { causation: event.causation }),
  };
  // The data is JSON text already; hashes are over these bytes.
  return Buffer.from(`${JSON.stringify(attributes).slice(0, -1)},"data":${event.data}}`);
}

const text = z.string().min(1).max(1_000);

const cloudEvent = z.object({
  specversion: z.literal('1.0'),
  id: text,
  source: z.string().regex(/^\/orchard\/[^/]+$/),
  type: text,
  subject: z.string().regex(/^[a-zA-Z]+-[^-]/),
  time: text,
  position: z.string().regex(/^\d{1,40}$/),
  revision: z.int().min(0),
  schemaversion: z.int().min(1),
  effectivefrom: text,
  principal: text,
  role: text,
  commandid: text,
  requesthash: text,
  correlation: text,
  causation: text.optional(),
  data: z.unknown(),
});

/** The event of a message. @throws Error with what cannot be read. */
export function eventOf(content: Buffer): StoredEvent {
  const read = cloudEvent.parse(JSON.parse(content.toString('utf8')));
  return {
    id: read.id,
    type: read.type,
    schemaVersion: read.schemaversion,
    shop: read.source.slice('/orchard/'.length),
    recordedAt: read.time,
    effectiveFrom: read.effectivefrom,
    actor: { principal: read.principal, role: read.role },
    commandId: read.commandid,
    requestHash: read.requesthash,
    correlation: read.correlation,
    ...(read.causation !== undefined && { causation: read.causation }),
    data: canonicalJson(read.data),
    stream: read.subject,
    revision: read.revision,
    position: read.position,
  };
}
