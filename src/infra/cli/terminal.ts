/** What a command prints to, and what it knows of who reads: people at a terminal, or a program. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** A bar may be drawn and redrawn on standard error. */
  readonly drawsProgress: boolean;
  readonly colours: boolean;
  /** Ctrl-C, while something is under way that can end in order: it aborts the signal; a second time ends the process. */
  readonly interrupt: () => Interrupt;
  /** Milliseconds of a steady clock. */
  readonly clock: () => number;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Interrupt {
  readonly signal: AbortSignal;
  /** Gives Ctrl-C back. */
  readonly forget: () => void;
}
