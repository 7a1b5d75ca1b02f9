import { z } from 'zod';
import { adjust, open } from '../../domain/allowance/decisions.js';
import { ALLOWANCE_UNITS, type AllowanceTerms, type AllowanceUnit } from '../../domain/allowance/events.js';
import { type AllowanceCommand, aboutAllowances } from './aboutAllowances.js';
import { allowanceId, limitFields, newAllowanceId } from './allowanceFields.js';
import { knownTerms } from './knownTerms.js';

type Limits = Pick<AllowanceTerms, 'total' | 'perCustomer' | 'perCustomerDay'>;

export interface AdjustMessage extends Limits {
  readonly allowance: string;
}

export interface OpenMessage extends AdjustMessage {
  readonly unit: AllowanceUnit;
}

/** Opens an allowance by hand; one called `PROMOTION.word` is that promotion's, whose next revision adjusts it. */
export function openByHand(isZone: (name: string) => boolean): AllowanceCommand<OpenMessage> {
  return {
    ...aboutAllowances,
    roles: ['operator'],
    name: 'open-allowance-by-hand',
    message: z.strictObject({
      allowance: newAllowanceId,
      unit: z.enum(ALLOWANCE_UNITS),
      ...limitFields(isZone),
    }) as z.ZodType<OpenMessage>,
    decide: (state, { allowance, ...said }) => {
      const source = state.terms?.source ?? { promotion: promotionOf(allowance), revision: 0 };
      return open(state, { ...said, source });
    },
  };
}

/** Replaces the limits of an allowance by hand; they hold until its promotion is revised. */
export function adjustByHand(isZone: (name: string) => boolean): AllowanceCommand<AdjustMessage> {
  return {
    ...aboutAllowances,
    roles: ['operator'],
    name: 'adjust-allowance-by-hand',
    message: z.strictObject({ allowance: allowanceId, ...limitFields(isZone) }) as z.ZodType<AdjustMessage>,
    decide: (state, { allowance: _, ...limits }, at) => {
      const { unit, source } = knownTerms(state);
      return adjust(state, { unit, source, ...limits }, at);
    },
  };
}

function promotionOf(allowance: string): string {
  const dot = allowance.lastIndexOf('.');
  return dot > 0 ? allowance.slice(0, dot) : allowance;
}
