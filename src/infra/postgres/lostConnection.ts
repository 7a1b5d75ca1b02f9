/** States of PostgreSQL in which the same call may succeed a moment later. */
const PASSING_STATES = new Set([
  '25P03', // idle in transaction too long
  '40001', // serialization failure
  '40P01', // deadlock
  '53300', // too many connections
  '55P03', // lock not available
  '57P01', // shutting down
  '57P02', // crashed
  '57P03', // starting up
  '57P05', // idle too long
]);

/** Whether a call failed for want of a connection or of a moment: then the same again may succeed. */
export function isLost(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof RangeError) return false;
  const { code } = error as { code?: unknown };
  // Without a state of PostgreSQL it never got there, or its answer never came back.
  if (typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code)) return true;
  return code.startsWith('08') || PASSING_STATES.has(code);
}
