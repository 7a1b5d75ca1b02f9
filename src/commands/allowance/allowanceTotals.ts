import { z } from 'zod';
import { adjust, open } from '../../domain/allowance/decisions.js';
import type { AllowanceTerms } from '../../domain/allowance/events.js';
import type { Allowance } from '../../domain/allowance/state.js';
import { type AllowanceCommand, aboutAllowances } from './aboutAllowances.js';
import { allowanceId, allowanceTerms } from './allowanceFields.js';

export interface TermsMessage {
  readonly allowance: string;
  readonly terms: AllowanceTerms;
}

const message: z.ZodType<TermsMessage> = z.strictObject({ allowance: allowanceId, terms: allowanceTerms });

/** Opens an allowance before the first hold would. */
export const openAllowance: AllowanceCommand<TermsMessage> = {
  ...aboutAllowances,
  name: 'open-allowance',
  message,
  decide: (state, { terms }) => open(state, terms),
};

/**
 * Raises or lowers it as a promotion says, never below what is held and confirmed. Each revision says it once: what was
 * adjusted by hand since stays.
 */
export const adjustAllowance: AllowanceCommand<TermsMessage> = {
  ...aboutAllowances,
  name: 'adjust-allowance',
  message,
  decide: (state, { terms }, at) => (isKnown(state, terms) ? [] : adjust(state, terms, at)),
};

function isKnown({ terms }: Allowance, { source }: AllowanceTerms): boolean {
  return terms !== null && source.revision <= terms.source.revision;
}
