/** Facts a person or program can act on: what was asked, what would be right, how much is missing. */
export type RejectionFacts = Readonly<Record<string, unknown>>;

/**
 * A decision that says no. Nothing is written and nothing is remembered.
 * `code` is stable UPPER_SNAKE and part of the public contract; `message` is one English sentence for people.
 */
export class Rejection extends Error {
  override readonly name = 'Rejection';

  constructor(
    readonly code: string,
    message: string,
    readonly facts: RejectionFacts = {},
  ) {
    super(message);
  }
}
