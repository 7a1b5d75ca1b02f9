/** What the process says to its caller; the help lists them. */
export const EXIT = {
  ok: 0,
  /** Something asked for could not be done: a basket not priced, a folder held, a server that does not answer. */
  failed: 1,
  /** The command line, or the configuration, cannot be understood. */
  usage: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A command line that cannot be right; the message says what to type instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
