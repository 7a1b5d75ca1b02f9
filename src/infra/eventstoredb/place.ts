import { type Position, START } from '../../commands/eventStore.js';

/** Where the client starts reading: at the beginning, or at the commit position of a record. */
export type Place = 'start' | { readonly commit: bigint; readonly prepare: bigint };

/**
 * A position of the port as the client wants it: the commit position in decimal. No event can be at 0, where the first
 * record of a log is the server's own, so `0` is free to be the start.
 * @throws RangeError for a text that is no position of this log.
 */
export function placeOf(position: Position): Place {
  if (!/^(?:0|[1-9]\d{0,18})$/.test(position)) throw new RangeError(`"${position}" is no position of this log`);
  if (position === START) return 'start';
  const commit = BigInt(position);
  return { commit, prepare: commit };
}
