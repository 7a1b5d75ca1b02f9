import { z } from 'zod';
import type { ApiDeps } from '../apiDeps.js';
import { jsonAnswer } from '../apiResponse.js';
import { type Route, route } from '../routes/route.js';
import { readiness } from './readiness.js';

const readinessSchema = z
  .strictObject({
    ready: z.boolean(),
    adapters: z.record(z.string(), z.string()).meta({ description: 'What serves store, bus and views' }),
    head: z.string().meta({ description: 'Position of the last event' }),
    views: z.array(
      z.strictObject({
        name: z.string(),
        position: z.string(),
        lag: z.int().meta({ description: 'Positions between it and the head' }),
        waitsAt: z.string().nullable().meta({ description: 'An event only a newer version understands' }),
        parked: z.int().meta({ description: 'Streams left out; they come back by orchard rebuild' }),
        complete: z.boolean(),
      }),
    ),
    lostHolds: z.int().meta({ description: 'Paid orders on a hold that was lost: GET /v1/orders?lostHolds=yes' }),
    fault: z.string().nullable().meta({ description: 'What stopped following the log' }),
    troubles: z.array(z.string()).meta({ description: 'What else does not go on, while callers are answered' }),
    relay: z
      .strictObject({
        position: z.string().meta({ description: 'Everything up to it was confirmed by the bus' }),
        positions: z.int().meta({ description: 'Positions between it and the head' }),
        seconds: z.int().meta({ description: 'Age of the oldest event the bus has not confirmed' }),
      })
      .nullable()
      .meta({ description: 'How far the bus is behind the log; null where none is relayed to' }),
    rules: z.string().meta({ description: 'Position of the last change of rules it prices with' }),
    shared: z
      .strictObject({
        position: z.string().nullable().meta({ description: 'Null: nothing in them, or not seen yet' }),
        lag: z.int().nullable().meta({ description: 'Positions between it and the head' }),
        seconds: z.int().nullable().meta({ description: 'Since they were last seen' }),
      })
      .nullable()
      .meta({ description: 'Pricing views shared with other processes; without them prices are as right, and slower' }),
  })
  .meta({ id: 'readiness' });

/** Whether a route is one of these: what a process without the role api answers. */
export function isHealth({ path }: Route): boolean {
  return path === '/livez' || path === '/readyz' || path === '/metrics';
}

/** For whoever keeps the process alive and sends it requests. */
export function healthRoutes(api: ApiDeps): Route[] {
  const state = readiness(api);
  return [
    route({
      method: 'GET',
      path: '/livez',
      summary: 'Whether the process lives',
      answers: [{ status: 200, about: 'It does', schema: z.strictObject({ status: z.literal('ok') }) }],
      handle: async () => jsonAnswer(200, { status: 'ok' }),
    }),
    route({
      method: 'GET',
      path: '/metrics',
      summary: 'What is measured, for Prometheus',
      answers: [{ status: 200, about: 'Its text format', mediaType: 'text/plain', schema: z.string() }],
      handle: async () => ({ status: 200, headers: {}, ...(await api.metrics.text()) }),
    }),
    route({
      method: 'GET',
      path: '/readyz',
      summary: 'Whether it should be sent requests: log at hand, views caught up',
      answers: [
        { status: 200, about: 'It should', schema: readinessSchema },
        { status: 503, about: 'Not now', schema: readinessSchema },
      ],
      handle: async () => {
        const now = await state();
        return jsonAnswer(now.ready ? 200 : 503, now, now.ready ? {} : { 'retry-after': '1' });
      },
    }),
  ];
}
