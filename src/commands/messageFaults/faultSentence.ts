import type { z } from 'zod';

const NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
  null: 'null',
};

const UNITS: Readonly<Record<string, string>> = { string: ' characters', array: ' entries' };

/** What would be right, for faults whose schema says nothing of its own. */
export function faultSentence(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${NAMES[issue.expected as string] ?? issue.expected}`;
    case 'too_small':
      return `must ${UNITS[issue.origin as string] ? 'have' : 'be'} at least ${issue.minimum}${UNITS[issue.origin as string] ?? ''}`;
    case 'too_big':
      return `must ${UNITS[issue.origin as string] ? 'have' : 'be'} at most ${issue.maximum}${UNITS[issue.origin as string] ?? ''}`;
    case 'invalid_value':
      return `must be ${(issue.values as unknown[]).length > 1 ? 'one of ' : ''}${(issue.values as unknown[]).map((value) => JSON.stringify(value)).join(', ')}`;
    case 'invalid_union':
      return alternatives(issue);
    default:
      return undefined;
  }
}

function alternatives(issue: z.core.$ZodRawIssue): string {
  const { options } = issue as { options?: readonly unknown[] };
  return options
    ? `must be one of ${options.map((option) => JSON.stringify(option)).join(', ')}`
    : 'has none of the forms allowed';
}
