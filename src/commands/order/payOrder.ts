import { Rejection } from '../../domain/kernel/rejection.js';
import { pay } from '../../domain/order/paying.js';
import { refuseOtherRoles } from '../command.js';
import type { CommandContext } from '../context.js';
import { carryOn } from '../processes/carryOn.js';
import { beganAt, concluded } from './concluded.js';
import { decideOnOrder, goOn } from './decideOnOrder.js';
import type { OrderAnswer } from './orderAnswer.js';
import { ORDER_ROLES, type OrderDeps } from './orderDeps.js';
import type { PayMessage } from './orderMessages.js';

export const PAY_ORDER = { name: 'pay-order', roles: ORDER_ROLES } as const;

const PAID_OR_REFUSED = ['order-paid', 'payment-refused'] as const;

/**
 * Records a payment. The order's own stream alone decides paid against expired; a payment after the deadline is taken
 * if everything the order held can be taken again.
 * @throws Rejection ROLE_MISSING, ORDER_UNKNOWN, ORDER_OVER, ALREADY_PAID, AMOUNT_DIFFERS, and those of `execute`.
 */
export async function payOrder(deps: OrderDeps, context: CommandContext, message: PayMessage): Promise<OrderAnswer> {
  refuseOtherRoles(PAY_ORDER, context);
  const { order: id, payment = null, amount } = message;
  const hold = context.commandId.replaceAll('-', '');
  const begun = await decideOnOrder(deps, id, context, (order, at) => pay(order, { payment, amount, hold }, at));
  if (begun.state.status !== 'retaking') {
    await goOn(deps, context.shop, id);
    return { id, outcome: begun, refusal: null };
  }
  await carryOn(deps, context.shop, id, true);
  const from = await beganAt(deps, context.shop, id, 'order-retaking');
  const since = begun.events.length > 0 ? (begun.revision as number) : from;
  const ended = await concluded(deps, context.shop, id, since, PAID_OR_REFUSED);
  if (!ended) throw new Rejection('STREAM_BUSY', 'Its holds are still being taken again: try again.', { order: id });
  const outcome = { ...ended, replayed: begun.replayed };
  if (ended.state.status === 'paid') return { id, outcome, refusal: null };
  return { id, outcome, refusal: ended.state.refusal!, instead: null };
}
