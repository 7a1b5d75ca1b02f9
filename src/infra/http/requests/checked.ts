import type { z } from 'zod';
import { faultSentence } from '../../../commands/messageFaults/faultSentence.js';
import { faultsOf } from '../../../commands/messageFaults/faultsOf.js';
import { Problem } from '../problems/problem.js';
import type { ProblemCode } from '../problems/problemTable.js';

const error = (issue: z.core.$ZodRawIssue) => faultSentence(issue);

/** A part of a request as its schema makes it. @throws Problem with every fault */
export function checked<T>(schema: z.ZodType<T>, input: unknown, code: ProblemCode, part: string): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  // Our own words are asked for when something is wrong: to have them at hand costs half as much again for what is right.
  const inWords = schema.safeParse(input, { error });
  const errors = faultsOf(inWords.error?.issues ?? parsed.error.issues, input);
  const count = errors.length === 1 ? '1 fault' : `${errors.length} faults`;
  throw new Problem(code, `The ${part} has ${count}, see errors.`, { errors });
}
