/** Facts a person or program can act on: what was asked, what would be right, how much is missing. */
export type RejectionFacts = Readonly<Record<string, unknown>>;

/**
 * A decision that says no. Nothing is written and nothing is remembered.
 * `code` is stable UPPER_SNAKE and part of the public contract; `message` is one English sentence for people.
 */
export class Rejection extends Error {
  override readonly name = 'Rejection';

  readonly code: string;
  readonly facts: RejectionFacts;

  constructor(code: string, message: string, facts: RejectionFacts = {}) {
    // It is an answer, not a fault: where in the code it was given helps nobody and costs more than deciding it.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = stackTraceLimit;
    this.code = code;
    this.facts = facts;
  }
}
