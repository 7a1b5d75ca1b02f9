import { Problem } from '../problems/problem.js';

/** For `catch`: positions are the store's own, only it knows which are none. */
export function unknownPlace(error: unknown): never {
  if (!(error instanceof RangeError)) throw error;
  throw new Problem('QUERY_INVALID', 'The query string has 1 fault, see errors.', {
    errors: [{ pointer: '/after', code: 'WRONG_FORMAT', detail: 'is no position of this log' }],
  });
}
