import { z } from 'zod';
import { placeMessage } from '../../../commands/order/orderMessages.js';
import { PLACE_ORDER, placeOrder } from '../../../commands/order/placeOrder.js';
import type { ApiDeps } from '../apiDeps.js';
import { commandContext } from '../requests/commandContext.js';
import { minPosition } from '../requests/minPosition.js';
import { changedSchema } from '../routes/resourceSchemas.js';
import { type Route, route } from '../routes/route.js';
import { orderAnswered } from './orderAnswered.js';
import { orderResource } from './orderResource.js';
import { QUOTE_PROBLEMS } from './quoteProblems.js';

/** Places an order: asked in every rush, so it is a hot route. */
export function placeOrderRoute(api: ApiDeps): Route {
  const { deps } = api;
  return route({
    method: 'POST',
    path: orderResource.path,
    hot: true,
    summary: 'Place an order at the price of a quote; everything limited in it is held for 30 minutes, or nothing is',
    query: z.strictObject(minPosition),
    body: placeMessage,
    example: { quote: 'q_1', customer: 'c_gold_1' },
    answers: [
      {
        status: 201,
        about: 'The order, placed; also when it is asked for again',
        schema: changedSchema(orderResource),
      },
    ],
    problems: [...QUOTE_PROBLEMS, 'ORDER_EXISTS', 'ORDER_REFUSED', 'VIEW_BEHIND'],
    command: PLACE_ORDER,
    handle: async (request) => {
      const position = request.query['min-position'];
      if (position !== undefined) await deps.view.reached(position);
      const answer = await placeOrder(deps, commandContext(deps.machine, request), request.body);
      const response = await orderAnswered(api, request.caller.shop, answer, 'ORDER_REFUSED');
      return { ...response, status: 201, headers: { ...response.headers, location: `/v1/orders/${answer.id}` } };
    },
  });
}
