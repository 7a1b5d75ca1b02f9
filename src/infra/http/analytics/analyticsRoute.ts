import { z } from 'zod';
import { DIMENSIONS, GRAINS, MEASURES, type Measure } from '../../../projections/analytics/measures.js';
import type { ApiDeps } from '../apiDeps.js';
import { jsonAnswer } from '../apiResponse.js';
import { wholeNumber } from '../requests/pageQuery.js';
import { pageSchema } from '../routes/resourceSchemas.js';
import { type Route, route } from '../routes/route.js';
import { analyticsCsv, CSV_TYPE } from './analyticsCsv.js';
import { analyticsCursor, cursorAfter } from './analyticsCursor.js';

const MOST_ROWS = 10_000;
const day = z.iso.date('must be a day such as 2026-11-22').optional();

const ABOUT: Readonly<Record<Measure, string>> = {
  quotes: 'Quotes given',
  placed: 'Orders placed, those cancelled later too',
  paid: 'Orders paid',
  cancelled: 'Orders cancelled',
  list: 'Goods of the orders placed, at list price, fen',
  discount: 'Given on them, fen; by promotion, tier and channel on delivery too',
  pay: 'To pay for the goods, fen',
  pieces: 'Pieces ordered',
  grams: 'Grams ordered',
};

const query = z.strictObject({
  by: z.enum(DIMENSIONS).meta({ description: 'What a row is for' }),
  per: z.enum(GRAINS).default('day').meta({ description: 'How long a row is, on the clock of the shop' }),
  from: day.meta({ description: 'The first day', example: '2026-11-01' }),
  to: day.meta({ description: 'The day after the last', example: '2026-11-23' }),
  limit: wholeNumber(1, MOST_ROWS)
    .default(1_000)
    .meta({ description: `Rows a page, at most ${MOST_ROWS}`, default: 1_000 }),
  cursor: analyticsCursor,
});

const measures = Object.fromEntries(MEASURES.map((one) => [one, z.int().meta({ description: ABOUT[one] })]));
const row = z
  .strictObject({
    period: z.string().meta({ description: 'A day, or an hour of one: 2026-11-22T18', example: '2026-11-22' }),
    subject: z.string().nullable().meta({ description: 'Promotion, SKU, tier or channel; null: none, or not said' }),
    ...(measures as Record<Measure, z.ZodInt>),
  })
  .meta({ id: 'analytics-row' });

/** `GET /v1/analytics`: what was quoted, ordered and given, an hour or a day at a time. */
export function analyticsRoute({ analytics }: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/v1/analytics',
    summary: 'Counts and sums of quotes and orders an hour or a day; follows the log within a second',
    query,
    answers: [
      { status: 200, about: 'A page, in the order of periods', schema: pageSchema(row) },
      { status: 200, about: 'With Accept: text/csv; Excel opens it', mediaType: 'text/csv', schema: z.string() },
    ],
    handle: async ({ caller: { shop }, accept, query: { by, per, from, to, limit, cursor } }) => {
      const { position, parked } = await analytics.checkpoint();
      const tallies = await analytics.find({
        shop,
        by,
        per,
        limit: limit + 1,
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
        ...(cursor !== undefined && { after: cursor }),
      });
      const page = tallies.slice(0, limit);
      const next = tallies.length > limit ? cursorAfter(page.at(-1)!) : null;
      const headers = {
        'orchard-position': position,
        ...(parked.length > 0 && { 'orchard-incomplete': `${parked.length} parked` }),
      };
      if (accept.includes('text/csv')) {
        const more = next === null ? {} : { 'orchard-next': next };
        return { status: 200, contentType: CSV_TYPE, headers: { ...headers, ...more }, text: analyticsCsv(by, page) };
      }
      const items = page.map(({ period, subject, sums }) => ({ period, subject: subject || null, ...sums }));
      return jsonAnswer(200, { items, next }, headers);
    },
  });
}
