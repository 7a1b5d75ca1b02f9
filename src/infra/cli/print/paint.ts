import type { Terminal } from '../terminal.js';

export interface Paint {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
}

/** Colours for a terminal; for a file or a pipe, none. */
export function paintFor({ colours }: Pick<Terminal, 'colours'>): Paint {
  const style = (on: number, off: number) => (text: string) => (colours ? `\u001b[${on}m${text}\u001b[${off}m` : text);
  return { strong: style(1, 22), faint: style(2, 22), good: style(32, 39), bad: style(31, 39) };
}
