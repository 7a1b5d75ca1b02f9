import type { AllowanceEvent } from '../../domain/allowance/events.js';
import type { Allowance } from '../../domain/allowance/state.js';
import { allowanceAggregate } from '../../domain/allowance/stream.js';
import type { Command } from '../command.js';

/** What all commands about allowances have in common. They are carried by `handleHot`. */
export const aboutAllowances = {
  roles: ['order-service', 'operator'],
  aggregate: allowanceAggregate,
  target: ({ allowance }: { readonly allowance: string }) => allowance,
} as const;

export type AllowanceCommand<Message> = Command<Message, Allowance, AllowanceEvent>;
