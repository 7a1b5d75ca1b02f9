import type { StoredEvent } from '../../../src/commands/eventStore.js';
import { canonicalJson } from '../../../src/domain/kernel/canonicalJson.js';
import type { DomainEvent, Recorded } from '../../../src/domain/kernel/decider.js';
import type { StoreServer } from '../storeServer.js';
import { Violation } from '../violation.js';
import type { Intention } from '../wanted.js';
import type { Invariant } from './invariant.js';

const NAME = 'I1 answered is stored, once';

/** What a client was told is in the log, with those bytes; and no command decides twice on a stream. */
export class AnsweredIsStoredOnce implements Invariant {
  readonly #decided = new Map<string, readonly StoredEvent[]>();

  stored({ stream, commandId }: StoredEvent, batch: readonly StoredEvent[]): void {
    const key = `${stream} ${commandId}`;
    const decided = this.#decided.get(key);
    if (decided && decided !== batch) throw new Violation(NAME, `command ${commandId} decided twice on ${stream}`);
    this.#decided.set(key, batch);
  }

  answered({ name, key, stream }: Intention, events: readonly Recorded<DomainEvent>[], server: StoreServer): void {
    for (const { type, data, revision } of events) {
      const stored = server.stream(stream)[revision];
      if (stored?.type === type && stored.data === canonicalJson(data)) continue;
      throw new Violation(NAME, `${name} ${key} was answered with ${type} at ${stream}@${revision}: not in the log`);
    }
  }
}
