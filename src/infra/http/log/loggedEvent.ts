import { z } from 'zod';
import type { StoredEvent } from '../../../commands/eventStore.js';
import { position } from '../requests/minPosition.js';

const instant = z.string().meta({ format: 'date-time' });

/** An event as auditors see it: as it is stored. */
export const loggedEventSchema = z
  .strictObject({
    id: z.string().meta({ description: 'UUID v7' }),
    type: z.string().meta({ example: 'promotion-published' }),
    schemaVersion: z.int(),
    stream: z.string().meta({ example: 'promotion-demo.autumn_100_20' }),
    revision: z.int().meta({ description: 'Counts from 0 in its stream' }),
    position,
    shop: z.string(),
    recordedAt: instant,
    effectiveFrom: instant,
    actor: z.strictObject({ principal: z.string(), role: z.string() }),
    correlation: z.string(),
    causation: z.string().nullable(),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'logged-event' });

/** Its JSON text. The data is the stored text itself, to the byte. */
export function loggedEventText(event: StoredEvent): string {
  const { id, type, schemaVersion, stream, revision, position, shop, recordedAt, effectiveFrom, actor } = event;
  const { correlation, causation = null, data } = event;
  const envelope = JSON.stringify({
    id,
    type,
    schemaVersion,
    stream,
    revision,
    position,
    shop,
    recordedAt,
    effectiveFrom,
    actor: { principal: actor.principal, role: actor.role },
    correlation,
    causation,
  });
  return `${envelope.slice(0, -1)},"data":${data}}`;
}
