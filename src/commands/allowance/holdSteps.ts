import { z } from 'zod';
import { cancel, confirm, expire, release, resize } from '../../domain/allowance/decisions.js';
import { AFTER_CANCEL } from '../../domain/allowance/events.js';
import { localId } from '../messageFields.js';
import { type AllowanceCommand, aboutAllowances } from './aboutAllowances.js';
import { allowanceId, holdAmount, holdId } from './allowanceFields.js';

const step = z.strictObject({ allowance: allowanceId, hold: holdId, order: localId.optional() });
const cancelling = step.extend({ afterCancel: z.enum(AFTER_CANCEL) });
const resizing = step.extend({ amount: holdAmount });
const ofOne = z.strictObject({ allowance: allowanceId });

export type StepMessage = z.infer<typeof step>;
export type CancelMessage = z.infer<typeof cancelling>;
export type ResizeMessage = z.infer<typeof resizing>;

/** Makes an open hold take more or less, all of the difference or nothing. */
export const resizeHold: AllowanceCommand<ResizeMessage> = {
  ...aboutAllowances,
  name: 'resize-hold',
  message: resizing,
  decide: (state, step, at) => resize(state, step, at),
};

/** Makes an open hold final: its order is paid. */
export const confirmHold: AllowanceCommand<StepMessage> = {
  ...aboutAllowances,
  name: 'confirm-hold',
  message: step,
  decide: (state, step, at) => confirm(state, step, at),
};

/** Gives an open hold back: its order expired or was cancelled before it was paid. */
export const releaseHold: AllowanceCommand<StepMessage> = {
  ...aboutAllowances,
  name: 'release-hold',
  message: step,
  decide: (state, step, at) => release(state, step, at),
};

/** Undoes a confirmed hold: its order was cancelled after it was paid. */
export const cancelHold: AllowanceCommand<CancelMessage> = {
  ...aboutAllowances,
  name: 'cancel-hold',
  message: cancelling,
  decide: (state, { afterCancel, ...step }, at) => cancel(state, step, afterCancel, at),
};

/** Ends the holds of an allowance whose time has come; once more, if there were more than one decision ends. */
export const expireHolds: AllowanceCommand<z.infer<typeof ofOne>> = {
  ...aboutAllowances,
  name: 'expire-holds',
  message: ofOne,
  decide: (state, _, at) => expire(state, at),
};
