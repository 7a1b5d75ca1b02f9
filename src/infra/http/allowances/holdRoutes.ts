import { z } from 'zod';
import { holdOpened } from '../../../commands/allowance/holdOpened.js';
import { cancelHold, confirmHold, releaseHold, resizeHold } from '../../../commands/allowance/holdSteps.js';
import type { Held } from '../../../domain/allowance/events.js';
import type { Hold } from '../../../domain/allowance/state.js';
import { streamName } from '../../../domain/kernel/stream.js';
import { orderAggregate } from '../../../domain/order/stream.js';
import type { ApiDeps } from '../apiDeps.js';
import { Problem } from '../problems/problem.js';
import { bodyOf } from '../routes/bodyOf.js';
import { inStoredOrder } from '../routes/inStoredOrder.js';
import type { Route } from '../routes/route.js';
import { allowanceParams, holdParams } from './allowanceParams.js';
import { committedRoute } from './committedRoute.js';

const named = { allowance: z.string(), hold: z.string() };

const held = z
  .strictObject({
    ...named,
    amount: z.int(),
    until: z.string().meta({ format: 'date-time', description: 'It stands before this instant and not at it' }),
    order: z.string().nullable(),
    customer: z.string().nullable(),
    day: z.string().nullable().meta({ description: 'The day it counts for, where days are limited' }),
  })
  .meta({ id: 'held' });

const resized = z.strictObject({ ...named, amount: z.int() }).meta({ id: 'hold-resized' });

const step = z
  .strictObject({
    ...named,
    status: z
      .enum(['confirmed', 'released', 'expired', 'cancelled'])
      .meta({ description: 'expired: it had ended by itself before' }),
  })
  .meta({ id: 'hold-step' });

/** Why there is no room for more. */
const NOT_LEFT = [
  'LIMIT_REACHED',
  'OUT_OF_STOCK',
  'BUDGET_EXCEEDED',
  'CUSTOMER_LIMIT_REACHED',
  'ALLOWANCE_SETTLING',
] as const;
const OF_HOLD = ['HOLD_OF_ANOTHER', 'NO_RESERVATION'] as const;

/** Taking parts of an allowance: a hot route in every sale. */
export function holdRoutes(api: ApiDeps): Route[] {
  const hold = holdOpened(api.deps.machine);
  const one = '/v1/allowances/{id}/holds/{hold}';
  const guard = notOfAnOrder(api);
  return [
    committedRoute(api, {
      method: 'POST',
      path: '/v1/allowances/{id}/holds',
      hot: true,
      summary: 'Hold a part of an allowance until an instant',
      command: hold,
      params: allowanceParams,
      body: bodyOf(hold.message, 'allowance'),
      message: ({ id }, body) => Object.assign({}, body, { allowance: id }) as never,
      example: { hold: 'order_1', amount: 1, until: '2026-11-22T10:30:00+08:00', customer: 'c_gold_1' },
      problems: [...NOT_LEFT, 'CUSTOMER_NEEDED', 'HOLD_DIFFERS', 'HOLD_OVER', 'HOLD_TOO_LONG', 'HOLD_OF_ANOTHER'],
      answer: held,
      recorded: ({ allowance }, { data }) => shownHeld(allowance, data as Held),
      found: ({ allowance, hold }, { holds }) => shownHeld(allowance, holds.get(hold)!),
    }),
    committedRoute(api, {
      ...stepParts,
      path: `${one}/resize`,
      guard,
      summary: 'Make an open hold take more or less: all of the difference, or nothing',
      command: resizeHold,
      body: bodyOf(resizeHold.message, 'allowance').omit({ hold: true }),
      example: { amount: 2 },
      problems: [...OF_HOLD, ...NOT_LEFT, 'ALREADY_CONFIRMED', 'HOLD_OF_ORDER'],
      answer: resized,
      recorded: ({ allowance }, { data }) => inStoredOrder({ allowance, ...(data as Resized) }),
      found: ({ allowance, hold, amount }) => inStoredOrder({ allowance, hold, amount }),
    }),
    committedRoute(api, {
      ...stepParts,
      path: `${one}/confirm`,
      summary: 'Make a hold final',
      command: confirmHold,
      body: bodyOf(confirmHold.message, 'allowance').omit({ hold: true }),
      example: {},
      problems: [...OF_HOLD],
      found: (message) => shownStep(message, 'confirmed'),
    }),
    committedRoute(api, {
      ...stepParts,
      path: `${one}/release`,
      guard,
      summary: 'Give a hold back; what is not held needs no giving back',
      command: releaseHold,
      body: bodyOf(releaseHold.message, 'allowance').omit({ hold: true }),
      example: {},
      problems: ['HOLD_OF_ANOTHER', 'ALREADY_CONFIRMED', 'HOLD_OF_ORDER'],
      found: (message) => shownStep(message, 'released'),
    }),
    committedRoute(api, {
      ...stepParts,
      path: `${one}/cancel`,
      guard,
      summary: 'Undo a confirmed hold',
      command: cancelHold,
      body: bodyOf(cancelHold.message, 'allowance').omit({ hold: true }),
      example: { afterCancel: 'reusable' },
      problems: [...OF_HOLD, 'NOT_CONFIRMED', 'HOLD_OF_ORDER'],
      found: (message) => shownStep(message, 'cancelled'),
    }),
  ];
}

/** What an order placed here holds is given back by the order alone: a paid one is never to lose it. */
function notOfAnOrder({ deps }: ApiDeps) {
  return async (shop: string, { order }: { readonly order?: string | undefined }): Promise<void> => {
    if (order === undefined) return;
    const [placed] = await deps.store.readStream(streamName(orderAggregate.category, shop, order), { limit: 1 });
    if (placed) throw new Problem('HOLD_OF_ORDER', `Order ${order} was placed here: its holds follow it.`);
  };
}

interface Resized {
  readonly hold: string;
  readonly amount: number;
}

interface Named {
  readonly allowance: string;
  readonly hold: string;
}

const stepParts = {
  method: 'POST',
  hot: true,
  params: holdParams,
  message: ({ id, hold }: Readonly<Record<string, string>>, body: object) =>
    Object.assign({}, body, { allowance: id, hold }) as never,
  answer: step,
  recorded: (message: Named, { type }: { readonly type: string }) => shownStep(message, type.slice('hold-'.length)),
} as const;

// As `inStoredOrder` would have it, written out for the route that is asked most.
function shownHeld(allowance: string, { hold, amount, until, order, customer, day }: Held | Hold) {
  return {
    allowance,
    amount,
    customer: customer ?? null,
    day: day ?? null,
    hold,
    order: order ?? null,
    until,
  };
}

function shownStep({ allowance, hold }: Named, status: string) {
  return { allowance, hold, status };
}
