import type { z } from 'zod';
import { escaped, pointerOf } from './pointer.js';

/** One fault of a message: where, what, and what would be right. */
export interface MessageFault {
  /** JSON pointer into the message. */
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

type Issue = z.core.$ZodIssue;

const CODES: Readonly<Partial<Record<Issue['code'], string>>> = {
  invalid_type: 'WRONG_TYPE',
  too_small: 'TOO_SMALL',
  too_big: 'TOO_BIG',
  invalid_format: 'WRONG_FORMAT',
  invalid_value: 'NOT_ALLOWED',
  invalid_union: 'NOT_ALLOWED',
};

/** Every fault a schema found, with its pointer and a stable code. */
export function faultsOf(issues: readonly Issue[], input: unknown, above: readonly PropertyKey[] = []): MessageFault[] {
  return issues.flatMap((issue) => faults(issue, input, [...above, ...issue.path]));
}

function faults(issue: Issue, input: unknown, path: readonly PropertyKey[]): MessageFault[] {
  const pointer = pointerOf(path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: `${pointer}/${escaped(key.slice(0, 100))}`,
      code: 'UNKNOWN_FIELD',
      detail: 'is no field of this',
    }));
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    return faultsOf(nearest(issue.errors), input, path);
  }
  const missing = valueAt(input, path) === undefined;
  const detail = missing && !issue.message.startsWith('is missing') ? `is missing: ${issue.message}` : issue.message;
  return [{ pointer, code: missing ? 'MISSING' : (CODES[issue.code] ?? 'REFUSED'), detail }];
}

// The form of a union the sender most likely meant: the one with the fewest faults.
function nearest(forms: readonly (readonly Issue[])[]): readonly Issue[] {
  return forms.reduce((best, form) => (form.length < best.length ? form : best));
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}
