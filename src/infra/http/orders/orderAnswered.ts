import type { OrderAnswer } from '../../../commands/order/orderAnswer.js';
import type { ApiDeps } from '../apiDeps.js';
import type { ApiResponse } from '../apiResponse.js';
import { Problem } from '../problems/problem.js';
import type { ProblemCode } from '../problems/problemTable.js';
import { partsOf } from '../quotes/partsOf.js';
import { shownQuote } from '../quotes/shownQuote.js';
import { inStoredOrder } from '../routes/inStoredOrder.js';
import { written } from '../routes/written.js';
import { orderResource } from './orderResource.js';

/**
 * The answer to a command about an order: the order, or the problem that a promise cannot be kept, with what is gone
 * and the quote without it. @throws Problem
 */
export async function orderAnswered(
  api: ApiDeps,
  shop: string,
  answer: OrderAnswer,
  refused: ProblemCode = 'REFUSED',
  extra: (order: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>> = (order) => order,
): Promise<ApiResponse> {
  const { id, refusal } = answer;
  if (refusal) {
    const instead = answer.instead ? shownQuote(await partsOf(api, shop, answer.instead)) : null;
    throw new Problem(refused, `${refusal.promotion ?? refusal.code} cannot be had any more: ${refusal.code}.`, {
      facts: inStoredOrder({ order: id, written: answer.outcome !== null, refusal, instead }),
    });
  }
  return written(api, answer.outcome, `/v1/orders/${id}`, (state, at) => extra(orderResource.show(id, state, at)));
}
