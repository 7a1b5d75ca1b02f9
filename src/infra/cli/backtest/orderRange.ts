import { instantOf, isInstant } from '../../../domain/kernel/instant.js';
import { UsageError } from '../exitCode.js';

/** Days are those of China, like the days of the report. */
const MIDNIGHT = 'T00:00:00+08:00';

export interface OrderRange {
  readonly since?: string;
  readonly until?: string;
  readonly last?: number;
}

/**
 * `2026-11-01..2026-11-22`, `2026-11-01T08:00:00Z…`, `..2026-11-22`: days or instants, the second not included.
 * @throws UsageError
 */
export function orderRangeOf(orders: string | undefined, last: string | undefined): OrderRange {
  const count = last === undefined ? {} : { last: countOf(last) };
  if (orders === undefined) return count;
  const [from, to, ...more] = orders.split(/\.\.\.?|…/);
  if (to === undefined || more.length > 0 || (from === '' && to === '')) throw badRange(orders);
  return {
    ...(from && { since: instantIn(from, orders) }),
    ...(to && { until: instantIn(to, orders) }),
    ...count,
  };
}

function instantIn(text: string, orders: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  // Date.parse takes 30 February for 2 March.
  if (!isInstant(`${text.slice(0, 10)}T00:00:00.000Z`)) throw badRange(orders);
  const instant = instantOf(Date.parse(isDay ? text + MIDNIGHT : text));
  if (instant === '' || !(isDay || /(Z|[+-]\d{2}:\d{2})$/.test(text))) throw badRange(orders);
  return instant;
}

function countOf(text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text) && Number(text) <= 10_000) return Number(text);
  throw new UsageError(`--last takes a number of orders, 1 to 10000, not "${text}".`);
}

function badRange(orders: string): UsageError {
  return new UsageError(
    `--orders takes since..until, such as 2026-11-01..2026-11-22 or 2026-11-01T08:00:00Z.., not "${orders}".`,
  );
}
