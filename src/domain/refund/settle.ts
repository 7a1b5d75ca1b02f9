import type { Fen } from '../kernel/money.js';
import type { Policies } from '../pricing/policies.js';

/** Where refunds of an order stand. */
export interface Account {
  /** Sum of all refunds; a negative one is what the customer came to owe. */
  readonly refunded: Fen;
  /** What of that the customer still owes. */
  readonly debt: Fen;
}

export const NOTHING_REFUNDED: Account = { refunded: 0, debt: 0 };

/** One refund: what changes, what is paid out now, and what the customer owes after it. */
export interface Settlement {
  readonly refund: Fen;
  readonly payout: Fen;
  readonly debt: Fen;
}

/**
 * The refund that leads to a target. Where a negative refund is forbidden it is nothing now, and the next ones are
 * less; else it is a debt, netted with the next. Weighed goods are always settled to the fen.
 */
export function settle(account: Account, target: Fen, { returns, negativeRefund }: Policies): Settlement {
  const owed = target - account.refunded;
  const refund = returns === 're-evaluate' && negativeRefund === 'forbidden' ? Math.max(0, owed) : owed;
  return {
    refund,
    payout: Math.max(0, refund - account.debt),
    debt: Math.max(0, account.debt - refund),
  };
}
