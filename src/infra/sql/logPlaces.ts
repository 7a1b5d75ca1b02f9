import type { Position } from '../../commands/eventStore.js';

/** Most events of a stream in one answer. */
export const MOST_OF_STREAM = 1_000;
/** Most events of the log in one answer. */
export const MOST_OF_LOG = 10_000;

/** @throws RangeError: a caller that asked for more than a page would take a short one for the end. */
export function checkedLimit(limit: number, most: number): number {
  if (Number.isInteger(limit) && limit >= 1 && limit <= most) return limit;
  throw new RangeError(`a page of ${limit} events: from 1 to ${most} can be read at once`);
}

/** @throws RangeError for a text that is no position of this log. */
export function placeOf(position: Position): number {
  if (/^\d{1,15}$/.test(position)) return Number(position);
  throw new RangeError(`"${position}" is no position of this log`);
}
