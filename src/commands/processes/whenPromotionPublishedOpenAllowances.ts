import type { AllowanceTerms } from '../../domain/allowance/events.js';
import type { Take } from '../../domain/allowance/takes.js';
import { Rejection } from '../../domain/kernel/rejection.js';
import { streamName } from '../../domain/kernel/stream.js';
import { statusOf, termsInForce } from '../../domain/promotion/state.js';
import { promotionAggregate } from '../../domain/promotion/stream.js';
import { adjustAllowance, openAllowance } from '../allowance/allowanceTotals.js';
import { takesOfOffer } from '../allowance/takesOfOffer.js';
import { handleHot } from '../handleHot.js';
import { loadStream } from '../loadStream.js';
import type { OrderDeps } from '../order/orderDeps.js';
import { type Cause, causeOf, stepContext } from './stepContext.js';

/**
 * Opens and adjusts the allowances that everyone shares as the promotion says now. Holds would do it as well; this way
 * what is left is known before the first. Lowered below what is held and confirmed, it stops there.
 */
export async function whenPromotionPublishedOpenAllowances(deps: OrderDeps, shop: string, id: string): Promise<void> {
  const { category } = promotionAggregate;
  const { state, revision } = await loadStream(deps.store, promotionAggregate, streamName(category, shop, id));
  if (statusOf(state) !== 'published' || revision === 'none') return;
  const limits = termsInForce(state, deps.machine.now())?.limits;
  const cause = limits && (await causeOf(deps.store, category, shop, id));
  if (!limits || !cause) return;
  const use = { customer: 'anybody', gave: 1, quantity: 1 };
  for (const { allowance, terms } of takesOfOffer(id, revision, limits, use)) {
    if (terms.total !== null) await opened(deps, cause, allowance, terms);
  }
}

async function opened(
  deps: OrderDeps,
  cause: Cause,
  allowance: Take['allowance'],
  terms: AllowanceTerms,
): Promise<void> {
  const step = `${streamName('allowance', cause.shop, allowance)} of revision ${terms.source.revision}`;
  const message = { allowance, terms };
  try {
    await handleHot(deps, openAllowance, stepContext(deps.machine, cause, `open ${step}`), message);
  } catch (error) {
    if (!isRejected(error, 'ALLOWANCE_EXISTS')) throw error;
    await adjusted(deps, cause, step, message);
  }
}

async function adjusted(
  deps: OrderDeps,
  cause: Cause,
  step: string,
  message: { readonly allowance: string; readonly terms: AllowanceTerms },
): Promise<void> {
  try {
    await handleHot(deps, adjustAllowance, stepContext(deps.machine, cause, `adjust ${step}`), message);
  } catch (error) {
    if (!isRejected(error, 'ALLOWANCE_BELOW_TAKEN')) throw error;
    const terms = { ...message.terms, total: error.facts['least'] as number };
    const least = stepContext(deps.machine, cause, `adjust ${step} to ${terms.total}`);
    await handleHot(deps, adjustAllowance, least, { ...message, terms });
  }
}

function isRejected(error: unknown, code: string): error is Rejection {
  return error instanceof Rejection && error.code === code;
}
