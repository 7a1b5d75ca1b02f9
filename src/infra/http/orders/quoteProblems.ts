import type { ProblemCode } from '../problems/problemTable.js';

/** Why a quote cannot be pinned to an order. */
export const QUOTE_PROBLEMS: readonly ProblemCode[] = [
  'QUOTE_UNKNOWN',
  'QUOTE_FOREIGN',
  'QUOTE_USED',
  'QUOTE_EXPIRED',
  'QUOTE_VOID',
  'CUSTOMER_NEEDED',
  'TOO_MANY_LIMITS',
];
