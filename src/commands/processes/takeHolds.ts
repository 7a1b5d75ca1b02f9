import type { Instant } from '../../domain/kernel/instant.js';
import { Rejection } from '../../domain/kernel/rejection.js';
import type { OrderHold, Refusal } from '../../domain/order/events.js';
import type { ToRelease } from '../../domain/order/state.js';
import { holdAllowance } from '../allowance/holdAllowance.js';
import { cancelHold, confirmHold, releaseHold, resizeHold } from '../allowance/holdSteps.js';
import { handleHot } from '../handleHot.js';
import type { OrderDeps } from '../order/orderDeps.js';
import { type Cause, stepContext } from './stepContext.js';

/** An order, as holds are taken for it. */
export interface Holder {
  readonly order: string;
  readonly customer: string | null;
}

/** Codes that say "not now", not "no": whoever comes next goes on from here. */
const NOT_NOW = ['STREAM_BUSY', 'OVERLOADED', 'ALLOWANCE_SETTLING'];

/** Takes a hold until an instant. @returns why not, or null when it is held. */
export async function takeHold(
  deps: OrderDeps,
  cause: Cause,
  { order, customer }: Holder,
  held: OrderHold,
  until: Instant,
): Promise<Refusal | null> {
  const { allowance, hold, amount, terms } = held;
  const context = stepContext(deps.machine, cause, `hold ${allowance} ${hold}`);
  const message = { allowance, hold, amount, until, order, terms, ...(customer !== null && { customer }) };
  try {
    await handleHot(deps, holdAllowance(deps.machine), context, message);
    return null;
  } catch (error) {
    return refusalOf(error, held);
  }
}

/** Makes a hold final. @returns whether it was still held. */
export async function confirmOne(deps: OrderDeps, cause: Cause, order: string, held: OrderHold): Promise<boolean> {
  const { allowance, hold } = held;
  const context = stepContext(deps.machine, cause, `confirm ${allowance} ${hold}`);
  try {
    await handleHot(deps, confirmHold, context, { allowance, hold, order });
    return true;
  } catch (error) {
    refusalOf(error, held);
    return false;
  }
}

/**
 * Ends a hold that could not be confirmed, so that nobody whose clock is behind confirms it after all.
 * @returns whether somebody had.
 */
export async function endUnlessConfirmed(
  deps: OrderDeps,
  cause: Cause,
  order: string,
  held: OrderHold,
): Promise<boolean> {
  const { allowance, hold } = held;
  const context = stepContext(deps.machine, cause, `release ${allowance} ${hold}`);
  try {
    await handleHot(deps, releaseHold, context, { allowance, hold, order });
    return false;
  } catch (error) {
    return refusalOf(error, held).code === 'ALREADY_CONFIRMED';
  }
}

/** Gives a hold back, whether it is held, confirmed or was never taken; or only what is beyond what it keeps. */
export async function giveBack(
  deps: OrderDeps,
  cause: Cause,
  order: string,
  { afterCancel, keeps, ...held }: ToRelease,
): Promise<void> {
  const { allowance, hold } = held;
  const message = { allowance, hold, order };
  if (keeps !== undefined) return shrink(deps, cause, order, held, keeps);
  try {
    await handleHot(deps, releaseHold, stepContext(deps.machine, cause, `release ${allowance} ${hold}`), message);
  } catch (error) {
    if (refusalOf(error, held).code !== 'ALREADY_CONFIRMED') return;
    const context = stepContext(deps.machine, cause, `cancel ${allowance} ${hold}`);
    await handleHot(deps, cancelHold, context, { ...message, afterCancel });
  }
}

// What ended meanwhile has gone back as a whole.
async function shrink(deps: OrderDeps, cause: Cause, order: string, held: OrderHold, amount: number): Promise<void> {
  const { allowance, hold } = held;
  const context = stepContext(deps.machine, cause, `shrink ${allowance} ${hold} to ${amount}`);
  try {
    await handleHot(deps, resizeHold, context, { allowance, hold, order, amount });
  } catch (error) {
    refusalOf(error, held);
  }
}

function refusalOf(error: unknown, { allowance, terms }: OrderHold): Refusal {
  if (!(error instanceof Rejection) || NOT_NOW.includes(error.code)) throw error;
  return { code: error.code, promotion: terms.source.promotion, allowance, facts: error.facts };
}
