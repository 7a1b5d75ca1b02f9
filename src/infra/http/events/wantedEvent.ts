import type { StoredEvent } from '../../../commands/eventStore.js';
import { type CloudEvent, cloudEventOf } from '../../../commands/published/cloudEvent.js';
import { publishedAs } from '../../../commands/published/publishedEvents.js';
import { streamParts } from '../../../domain/kernel/stream.js';
import type { EventsQuery } from './eventsQuery.js';

type Filters = Pick<EventsQuery, 'type' | 'subject' | 'since' | 'until'>;

/** What of the log a caller asked for, as others read it; null for everything else. */
export function wantedEvent(
  shop: string,
  { type, subject, since, until }: Filters,
): (event: StoredEvent) => CloudEvent | null {
  const types = type && new Set(type);
  return (event) => {
    const published = event.shop === shop && publishedAs(event.type);
    if (!published || (types && !types.has(published.type))) return null;
    if (subject !== undefined && subjectOf(event) !== subject) return null;
    if (since !== undefined && event.recordedAt < since) return null;
    if (until !== undefined && event.recordedAt >= until) return null;
    return cloudEventOf(event);
  };
}

function subjectOf({ stream }: StoredEvent): string {
  const { category, id } = streamParts(stream);
  return `${category}/${id}`;
}
