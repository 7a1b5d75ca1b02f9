import type { Role } from '../../../src/commands/context.js';
import type { StoredEvent } from '../../../src/commands/eventStore.js';
import type { DomainEvent, Recorded } from '../../../src/domain/kernel/decider.js';
import type { StoreServer } from '../storeServer.js';
import type { Intention } from '../wanted.js';
import type { World } from '../world.js';

/** A command as a client sent it. */
export interface AskedCommand {
  readonly commandId: string;
  readonly stream: string;
  readonly role: Role;
  readonly correlation: string;
}

/** Something that must hold whatever happens. Each hook throws a Violation when it does not. */
export interface Invariant {
  /** Before a client sends a command. */
  asked?(command: AskedCommand): void;
  /** After each append, event by event: so it holds at every prefix of the log. */
  stored?(event: StoredEvent, batch: readonly StoredEvent[]): void;
  /** When a client hears that something was recorded. */
  answered?(wanted: Intention, events: readonly Recorded<DomainEvent>[], server: StoreServer): void;
  /** When nothing goes wrong any more and nothing is left to do. */
  atRest?(world: World): void | Promise<void>;
}
