import { z } from 'zod';
import type { CommandContext, Role } from '../../../commands/context.js';
import { COMPENSATE_ORDER, compensateOrder } from '../../../commands/correction/compensateOrder.js';
import { localId } from '../../../commands/messageFields.js';
import { CANCEL_ORDER, cancelOrder } from '../../../commands/order/cancelOrder.js';
import { CHANGE_ORDER, changeOrder } from '../../../commands/order/changeOrder.js';
import type { OrderAnswer } from '../../../commands/order/orderAnswer.js';
import type { OrderDeps } from '../../../commands/order/orderDeps.js';
import {
  cancelMessage,
  changeMessage,
  payMessage,
  returnMessage,
  weighMessage,
} from '../../../commands/order/orderMessages.js';
import { PAY_ORDER, payOrder } from '../../../commands/order/payOrder.js';
import { repriceOrderLine } from '../../../commands/order/repriceOrderLine.js';
import {
  RETURN_LINES,
  returnOrderLines,
  WEIGH_LINES,
  weighOrderLines,
} from '../../../commands/order/returnOrderLines.js';
import { ORDER_STATUSES } from '../../../domain/order/state.js';
import { orderChronicle } from '../../../projections/history/chronicles.js';
import type { Cell } from '../../../projections/projection.js';
import type { ApiDeps } from '../apiDeps.js';
import { historyRoute } from '../history/historyRoute.js';
import type { ProblemCode } from '../problems/problemTable.js';
import { commandContext } from '../requests/commandContext.js';
import { bodyOf } from '../routes/bodyOf.js';
import { commandRoute } from '../routes/commandRoute.js';
import { listRoute } from '../routes/listRoute.js';
import { readRoute } from '../routes/readRoute.js';
import { changedSchema, idParams } from '../routes/resourceSchemas.js';
import { type Route, route } from '../routes/route.js';
import { orderAnswered } from './orderAnswered.js';
import { orderResource } from './orderResource.js';
import { placeOrderRoute } from './placeOrderRoute.js';
import { QUOTE_PROBLEMS } from './quoteProblems.js';

/** One thing that can be done about an order. */
interface Verb {
  readonly verb: string;
  readonly summary: string;
  readonly message: z.ZodType;
  readonly example: unknown;
  readonly command: { readonly name: string; readonly roles: readonly Role[] };
  readonly problems: readonly ProblemCode[];
  readonly refused?: ProblemCode;
  // biome-ignore lint/suspicious/noExplicitAny: each verb has its own message, which its schema vouches for
  readonly run: (deps: OrderDeps, context: CommandContext, message: any) => Promise<OrderAnswer>;
}

const RETURNING: readonly ProblemCode[] = [
  'NOT_PAID',
  'LINE_UNKNOWN',
  'RETURN_TOO_MUCH',
  'ALREADY_RETURNED',
  'WEIGHT_INVALID',
  'SOLD_BY_PIECE',
];

const VERBS: readonly Verb[] = [
  {
    verb: '/pay',
    summary: 'Record its payment; after its deadline everything it held is taken again first',
    message: payMessage,
    example: { payment: 'pay_1', amount: 4340 },
    command: PAY_ORDER,
    problems: ['ALREADY_PAID', 'AMOUNT_DIFFERS', 'PAYMENT_REFUSED'],
    refused: 'PAYMENT_REFUSED',
    run: payOrder,
  },
  {
    verb: '/cancel',
    summary: 'Cancel it: what it holds goes back, what was paid is paid back',
    message: cancelMessage,
    example: { reason: '不要了' },
    command: CANCEL_ORDER,
    problems: ['ORDER_RETURNED'],
    run: cancelOrder,
  },
  {
    verb: '/change',
    summary: 'Replace its quote until it is paid; the difference in what it holds is taken or given back',
    message: changeMessage,
    example: { quote: 'q_2' },
    command: CHANGE_ORDER,
    problems: ['ORDER_PAID', 'ORDER_CHANGE_REFUSED', ...QUOTE_PROBLEMS],
    refused: 'ORDER_CHANGE_REFUSED',
    run: changeOrder,
  },
  {
    verb: '/returns',
    summary: 'Take lines back and pay back what the policy of the purchase says',
    message: returnMessage,
    example: { return: 'return_1', lines: [{ line: '1', grams: 500 }] },
    command: RETURN_LINES,
    problems: [...RETURNING, 'SOLD_BY_WEIGHT', 'RETURN_EXISTS', 'NOTHING_RETURNED', 'GIFT_UNKNOWN'],
    run: returnOrderLines,
  },
  {
    verb: '/weights',
    summary: 'Price lines again by what the scales said, where the policy of the purchase says so',
    message: weighMessage,
    example: { lines: [{ line: '1', grams: 1480 }] },
    command: WEIGH_LINES,
    problems: [...RETURNING, 'WEIGHT_FIXED'],
    run: weighOrderLines,
  },
  {
    verb: '/compensate',
    summary: 'Pay back what its quote would have cost less, had what is known now been known; once',
    message: cancelMessage,
    example: { reason: '价格录错' },
    command: COMPENSATE_ORDER,
    problems: ['NOT_PAID', 'NOT_COMPENSABLE', 'BASKET_INVALID', 'CUSTOMER_UNKNOWN', 'VIEW_BEHIND'],
    run: compensateOrder,
  },
];

/** Orders, from quote to return. */
export function orderRoutes(api: ApiDeps): Route[] {
  return [
    placeOrderRoute(api),
    listRoute(api, orderResource, {
      query: {
        customer: localId.optional().meta({ description: 'Only those of this customer' }),
        lostHolds: z
          .enum(['yes'])
          .optional()
          .meta({ description: 'Only paid ones that stand on a hold that was lost' }),
        status: z.enum(ORDER_STATUSES).optional().meta({ description: 'Only those of this status' }),
      },
      where: ({ customer, status, lostHolds }): Record<string, Cell> => ({
        ...(lostHolds !== undefined && { lost_holds: 1 }),
        ...(customer !== undefined && { customer }),
        ...(status !== undefined && { status }),
      }),
      fixed: ['customer'],
    }),
    readRoute(api, orderResource),
    historyRoute(api, orderResource, orderChronicle),
    ...VERBS.map((verb) => verbRoute(api, verb)),
    commandRoute(api, orderResource, {
      method: 'POST',
      verb: '/prices',
      command: repriceOrderLine,
      inPath: 'order',
      summary: 'Set the price of a line by hand, with a reason, before it is paid',
      example: { line: '1', pay: 3000, reason: '磕碰' },
      problems: ['ORDER_UNKNOWN', 'ORDER_BUSY', 'ORDER_OVER', 'ORDER_PAID', 'LINE_UNKNOWN', 'PRICE_OUT_OF_RANGE'],
    }),
  ];
}

function verbRoute(api: ApiDeps, { verb, message, run, refused, problems, ...door }: Verb): Route {
  const { path, idName } = orderResource;
  return route({
    ...door,
    method: 'POST',
    path: `${path}/{${idName}}${verb}`,
    params: idParams(idName),
    body: bodyOf(message, 'order'),
    answers: [{ status: 200, about: 'The order as it is after that', schema: changedSchema(orderResource) }],
    problems: ['ORDER_UNKNOWN', 'ORDER_BUSY', 'ORDER_OVER', ...problems],
    handle: async (request) => {
      const order = request.params[idName]!;
      const context = commandContext(api.deps.machine, request);
      const answer = await run(api.deps, context, { ...request.body, order });
      return orderAnswered(api, request.caller.shop, answer, refused);
    },
  });
}
