import { z } from 'zod';
import { type HoldRequest, hold } from '../../domain/allowance/decisions.js';
import { localId } from '../messageFields.js';
import type { Machine } from '../ports.js';
import { type AllowanceCommand, aboutAllowances } from './aboutAllowances.js';
import { allowanceId, allowanceTerms, holdAmount, holdId, until } from './allowanceFields.js';

export interface HoldMessage extends HoldRequest {
  readonly allowance: string;
}

const message: z.ZodType<HoldMessage> = z.strictObject({
  allowance: allowanceId,
  hold: holdId,
  amount: holdAmount,
  until,
  order: localId.optional(),
  customer: localId.optional(),
  terms: allowanceTerms,
});

/** Takes a part of an allowance until an instant; opens or adjusts it by the promotion's revision if it must. */
export function holdAllowance({ localTimeIn }: Pick<Machine, 'localTimeIn'>): AllowanceCommand<HoldMessage> {
  return {
    ...aboutAllowances,
    name: 'hold-allowance',
    message,
    decide: (state, message, at) => hold(state, message, { at, dayIn: (zone) => localTimeIn(zone, at).slice(0, 10) }),
  };
}
