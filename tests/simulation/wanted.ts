import type { CommandContext } from '../../src/commands/context.js';
import type { OrderDeps } from '../../src/commands/order/orderDeps.js';
import type { RecordedAnswer } from '../../src/commands/recordedAnswer.js';
import type { DomainEvent } from '../../src/domain/kernel/decider.js';

/** What a caller can hold an answer to a command to. */
export interface Given {
  /** What must come back when it is asked again: canonical JSON; null when nothing was recorded, so nothing is remembered. */
  readonly bytes: string | null;
  /** What the answer says is in the log. */
  readonly recorded: Pick<RecordedAnswer<DomainEvent>, 'events'> | null;
  readonly replayed: boolean;
}

/** What a client wants, under a key of its own. */
export interface Intention {
  readonly name: string;
  readonly key: string;
  /** The stream that decides it. */
  readonly stream: string;
  readonly message: unknown;
  readonly role?: CommandContext['actor']['role'];
}

export interface Wanted<Answer> extends Intention {
  readonly run: (deps: OrderDeps, context: CommandContext) => Promise<Answer>;
  readonly given: (answer: Answer) => Given;
}
