import type { StoredEvent } from '../../../src/commands/eventStore.js';
import { Violation } from '../violation.js';
import type { Invariant } from './invariant.js';

/** The decision's time never lies before the last event of its stream, however wrong the clocks are. */
export class TimeGoesForward implements Invariant {
  readonly #last = new Map<string, string>();

  stored({ stream, type, recordedAt }: StoredEvent): void {
    const last = this.#last.get(stream) ?? '';
    if (recordedAt < last)
      throw new Violation('time goes forward', `${type} in ${stream}: ${recordedAt} after ${last}`);
    this.#last.set(stream, recordedAt);
  }
}
