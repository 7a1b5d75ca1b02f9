import type { ApiResponse } from '../apiResponse.js';
import { MAX_FAULTS_LISTED } from '../limits.js';
import type { Problem } from './problem.js';
import { problemEntry } from './problemTable.js';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** A problem as RFC 9457 says it. */
export function problemResponse(problem: Problem, requestId: string, instance: string): ApiResponse {
  const { title, retryAfter, status: usual } = problemEntry(problem.code);
  const { errors, facts, headers, status = usual } = problem.extras;
  const body = {
    type: `/problems/${problem.code}`,
    title,
    status,
    detail: problem.message,
    instance,
    code: problem.code,
    requestId,
    ...(facts && { facts }),
    ...(errors && {
      errors: errors.slice(0, MAX_FAULTS_LISTED),
      ...(errors.length > MAX_FAULTS_LISTED && { errorsInAll: errors.length }),
    }),
  };
  return {
    status,
    contentType: PROBLEM_TYPE,
    headers: { ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }), ...headers },
    text: JSON.stringify(body),
  };
}
