import type { Appended, EventToAppend, ExpectedRevision, RevisionConflict } from '../../commands/eventStore.js';
import type { StreamName } from '../../domain/kernel/stream.js';

/** One append of a batch. */
export interface AppendRequest {
  readonly stream: StreamName;
  readonly expected: ExpectedRevision;
  readonly events: readonly EventToAppend[];
}

/** What became of one append of a batch: stored, or refused alone. */
export type AppendOutcome = Appended | RevisionConflict | RangeError;

/** The revision of a stream that has no event. */
export const NONE = -1;

export function baseOf({ expected }: AppendRequest): number {
  return expected === 'none' ? NONE : expected;
}
