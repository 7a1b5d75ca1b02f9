import { z } from 'zod';
import type { AsOfSaid } from '../../../commands/asOf/asOfSaid.js';
import type { StoredEvent } from '../../../commands/eventStore.js';
import type { DomainEvent } from '../../../domain/kernel/decider.js';
import { streamName } from '../../../domain/kernel/stream.js';
import { eventsUntil } from '../../../projections/asOf/eventsUntil.js';
import { chapterSentence } from '../../../projections/history/chapterSentence.js';
import { type Chapter, type Chronicle, chaptersOf } from '../../../projections/history/chronicle.js';
import type { ApiDeps } from '../apiDeps.js';
import { jsonAnswer } from '../apiResponse.js';
import { DEFAULT_PAGE, MAX_PAGE } from '../limits.js';
import { Problem } from '../problems/problem.js';
import { minPosition } from '../requests/minPosition.js';
import { wholeNumber } from '../requests/pageQuery.js';
import { AS_OF_PROBLEMS, askedAsOf, asOfQuery } from '../routes/asOf.js';
import type { Resource } from '../routes/resource.js';
import { idParams, revision } from '../routes/resourceSchemas.js';
import { type Route, route } from '../routes/route.js';
import { sentenceSchema } from '../routes/sentence.js';

const instant = z.string().meta({ format: 'date-time' });

const chapter = z
  .strictObject({
    revision: revision.meta({ description: 'Of its last event: also the ETag it left' }),
    at: instant,
    effectiveFrom: instant.meta({ description: 'From when it holds' }),
    by: z.strictObject({ principal: z.string(), role: z.string() }),
    happened: z.array(z.string()).meta({ example: ['promotion-published'] }),
    changes: z.array(
      z.strictObject({
        field: z.string().meta({ description: 'JSON pointer', example: '/unitPrice' }),
        before: z.unknown(),
        after: z.unknown(),
      }),
    ),
    why: z.string().nullable(),
    correlation: z.string().meta({ description: 'The X-Request-Id it came by' }),
    sentence: sentenceSchema,
  })
  .meta({ id: 'chapter' });

const page = z
  .strictObject({
    items: z.array(chapter),
    next: z.string().nullable().meta({ description: 'Cursor of the next page' }),
  })
  .meta({ id: 'history' });

const query = z.strictObject({
  ...minPosition,
  ...asOfQuery,
  limit: wholeNumber(1, MAX_PAGE).default(DEFAULT_PAGE).meta({ description: 'Entries a page', default: DEFAULT_PAGE }),
  cursor: z
    .string()
    .regex(/^\d{1,9}$/, 'must be the `next` of a page')
    .optional()
    .meta({ description: 'The `next` of the page before' }),
});

const ABOUT = 'Oldest first, an entry a command';

interface HistoryDoor {
  readonly params?: z.ZodType<Readonly<Record<string, string>>>;
  /** The last word of its path. */
  readonly last?: string;
}

/** `GET` of what became of one, read from the log itself: who, when, field by field before and after, why. */
export function historyRoute<State, Event extends DomainEvent>(
  api: ApiDeps,
  { path, idName, name, unknown }: Pick<Resource<State>, 'path' | 'idName' | 'name' | 'unknown'>,
  chronicle: Chronicle<State, Event>,
  { params = idParams(idName), last = 'history' }: HistoryDoor = {},
): Route {
  const { category } = chronicle.aggregate;
  return route({
    method: 'GET',
    path: `${path}/{${idName}}/${last}`,
    summary: `Read who changed a ${name}, when, what from what to what, and why`,
    params,
    query,
    answers: [{ status: 200, about: ABOUT, schema: page }],
    problems: [unknown, ...AS_OF_PROBLEMS],
    handle: async ({ caller, params, query: { cursor, limit, 'as-of': said } }) => {
      const id = params[idName]!;
      const events = await eventsOf(api, streamName(category, caller.shop, id), said);
      if (events.length === 0) throw new Problem(unknown, `There is no ${name} ${id}.`);
      return jsonAnswer(200, pageOf(chaptersOf(chronicle, events), cursor, limit));
    },
  });
}

/** `GET` of what became of something there is one of in a shop. */
export function singleHistoryRoute<State, Event extends DomainEvent>(
  api: ApiDeps,
  { path, id, name }: { readonly path: string; readonly id: string; readonly name: string },
  chronicle: Chronicle<State, Event>,
): Route {
  const { category } = chronicle.aggregate;
  return route({
    method: 'GET',
    path: `${path}/history`,
    summary: `Read who changed the ${name}, when, what from what to what, and why`,
    query,
    answers: [{ status: 200, about: ABOUT, schema: page }],
    problems: AS_OF_PROBLEMS,
    handle: async ({ caller, query: { cursor, limit, 'as-of': said } }) => {
      const events = await eventsOf(api, streamName(category, caller.shop, id), said);
      return jsonAnswer(200, pageOf(chaptersOf(chronicle, events), cursor, limit));
    },
  });
}

function pageOf(chapters: readonly Chapter[], cursor = '-1', limit: number) {
  const after = chapters.filter((one) => one.revision > Number(cursor));
  const items = after.slice(0, limit).map((one) => ({
    ...one,
    sentence: { zh: chapterSentence(one, 'zh'), en: chapterSentence(one, 'en') },
  }));
  return { items, next: after.length > limit ? String(items.at(-1)!.revision) : null };
}

async function eventsOf(api: ApiDeps, stream: string, said: AsOfSaid | undefined): Promise<StoredEvent[]> {
  const { store } = api.deps;
  const asOf = await askedAsOf(api, said);
  const events: StoredEvent[] = [];
  for await (const event of eventsUntil(store, stream, asOf?.position ?? (await store.head()))) events.push(event);
  return events;
}
