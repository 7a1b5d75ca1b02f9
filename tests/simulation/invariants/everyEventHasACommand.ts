import type { StoredEvent } from '../../../src/commands/eventStore.js';
import { Violation } from '../violation.js';
import type { AskedCommand, Invariant } from './invariant.js';

const NAME = 'I2 every event has a command';

/**
 * Every event is of a command that a client sent, for the stream it was sent for; or a step that follows an event
 * already in the log; or the quote that an order service is asked about instead.
 */
export class EveryEventHasACommand implements Invariant {
  readonly #asked = new Map<string, AskedCommand>();
  readonly #correlations = new Set<string>();
  readonly #correlationOf = new Map<string, string>();

  asked(command: AskedCommand): void {
    this.#asked.set(command.commandId, command);
    this.#correlations.add(command.correlation);
  }

  stored(event: StoredEvent): void {
    const { id, type, stream, commandId, actor, correlation, causation } = event;
    this.#correlationOf.set(id, correlation);
    if (!this.#correlations.has(correlation)) throw new Violation(NAME, `${type} in ${stream}: nobody asked for it`);
    const asked = this.#asked.get(commandId);
    if (asked) {
      const isIts = asked.stream === stream && asked.correlation === correlation;
      if (!isIts) throw new Violation(NAME, `${type} in ${stream} is of a command for ${asked.stream}`);
      return;
    }
    if (actor.principal !== 'orchard' && type === 'quote-given') return;
    if (causation === undefined || this.#correlationOf.get(causation) !== correlation || causation === id) {
      throw new Violation(NAME, `${type} in ${stream} follows nothing that is in the log`);
    }
  }
}
