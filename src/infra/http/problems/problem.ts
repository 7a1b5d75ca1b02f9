import type { ProblemCode } from './problemTable.js';

/** One fault of a request: where, what, and what would be right. */
export interface RequestFault {
  /** JSON pointer into the body, or `/name` of a parameter. */
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

export interface ProblemExtras {
  readonly errors?: readonly RequestFault[];
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** When the code means another status here than its entry in the table says. */
  readonly status?: number;
}

/** A no of the door itself; `detail` is one sentence for people. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: ProblemCode,
    detail: string,
    readonly extras: ProblemExtras = {},
  ) {
    // As with a Rejection: an answer, not a fault, and its stack would cost more than all the rest of it.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(detail);
    Error.stackTraceLimit = stackTraceLimit;
  }
}
