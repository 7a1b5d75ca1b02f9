import { UsageError } from '../exitCode.js';
import type { ServerRequest } from '../server/askServer.js';

export interface AllowanceOptions {
  readonly promotion?: string;
  readonly unit?: string;
  readonly customer?: string;
  readonly at?: string;
}

export const ALLOWANCE_VERBS = ['list', 'show', 'history'] as const;

/** What to ask a server for. @throws UsageError when something is missing. */
export function allowanceRequest(
  verb: string,
  id: string | undefined,
  { promotion, unit, customer, at }: AllowanceOptions,
): ServerRequest {
  switch (verb) {
    case 'list':
      return { method: 'GET', path: `v1/allowances?${query({ promotion, unit })}` };
    case 'show':
      return { method: 'GET', path: `v1/allowances/${named(id)}?${query({ customer })}` };
    case 'history':
      return { method: 'GET', path: `v1/allowances/${named(id)}/history?${query({ at })}` };
    default:
      throw new UsageError(`"${verb}" is none of ${ALLOWANCE_VERBS.join(', ')}.`);
  }
}

function named(id: string | undefined): string {
  if (id === undefined || id === '') throw new UsageError('Give the id of the allowance.');
  return encodeURIComponent(id);
}

function query(filters: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(filters).filter((filter): filter is [string, string] => filter[1] !== undefined);
  return new URLSearchParams(given).toString();
}
