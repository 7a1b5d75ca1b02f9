/** What one look at the installation found. */
export interface Finding {
  readonly what: string;
  readonly state: 'good' | 'bad' | 'note';
  readonly says: string;
  /** What to type or do; only of what is bad. */
  readonly fix?: string;
}

export const good = (what: string, says: string): Finding => ({ what, state: 'good', says });
export const note = (what: string, says: string): Finding => ({ what, state: 'note', says });
export const bad = (what: string, says: string, fix: string): Finding => ({ what, state: 'bad', says, fix });
