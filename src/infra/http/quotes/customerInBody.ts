import { Rejection } from '../../../domain/kernel/rejection.js';
import { Problem } from '../problems/problem.js';

/** For `catch`: the customer is not what the path names, but a field of the body. */
export function customerInBody(error: unknown): never {
  if (!(error instanceof Rejection && error.code === 'CUSTOMER_UNKNOWN')) throw error;
  throw new Problem('CUSTOMER_UNKNOWN', error.message, {
    status: 422,
    errors: [{ pointer: '/customer', code: 'CUSTOMER_UNKNOWN', detail: error.message }],
  });
}
