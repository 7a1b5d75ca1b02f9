import { z } from 'zod';
import { hold } from '../../domain/allowance/decisions.js';
import { localId } from '../messageFields.js';
import type { Machine } from '../ports.js';
import { type AllowanceCommand, aboutAllowances } from './aboutAllowances.js';
import { allowanceId, holdAmount, holdId, until } from './allowanceFields.js';
import type { HoldMessage } from './holdAllowance.js';
import { knownTerms } from './knownTerms.js';

export type HoldOpenedMessage = Omit<HoldMessage, 'terms'>;

const message: z.ZodType<HoldOpenedMessage> = z.strictObject({
  allowance: allowanceId,
  hold: holdId,
  amount: holdAmount,
  until,
  order: localId.optional().meta({ description: 'The only order that may confirm, release or cancel it' }),
  customer: localId.optional().meta({ description: 'Whose limits it counts for' }),
});

/** Takes a part of an allowance on the terms it has: for callers outside, who do not say what a promotion says. */
export function holdOpened({ localTimeIn }: Pick<Machine, 'localTimeIn'>): AllowanceCommand<HoldOpenedMessage> {
  return {
    ...aboutAllowances,
    name: 'hold-opened-allowance',
    message,
    decide: (state, message, at) =>
      hold(state, Object.assign({}, message, { terms: knownTerms(state) }), {
        at,
        dayIn: (zone) => localTimeIn(zone, at).slice(0, 10),
      }),
  };
}
