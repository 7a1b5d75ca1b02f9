import type { QuoteVerdict } from '../../src/commands/quote/verifyQuote.js';

/** Differences that are meant: which quotes, and why their price is another now. */
export interface Declaration {
  readonly quotes: readonly string[];
  readonly reason: string;
}

/** What is not in order; nothing of it: exit code 0. */
export interface Judgement {
  /** Quotes that differ, or cannot be priced, without a declaration; in the order of the log. */
  readonly undeclared: readonly QuoteVerdict[];
  readonly declared: number;
  /** Quotes that are declared but come out as recorded, or are not there. */
  readonly stale: readonly string[];
}

/** @throws TypeError naming what is wrong with a file of declarations. */
export function declarationsIn(text: string, file: string): readonly Declaration[] {
  const value = JSON.parse(text) as unknown;
  if (!Array.isArray(value)) throw new TypeError(`${file} must hold a list of {"quotes": [ID …], "reason": TEXT}.`);
  for (const [at, { quotes, reason }] of (value as Partial<Declaration>[]).entries()) {
    if (!Array.isArray(quotes) || quotes.length === 0) throw new TypeError(`${file}: /${at}/quotes must name quotes.`);
    if (typeof reason !== 'string' || reason.trim() === '') throw new TypeError(`${file}: /${at}/reason must say why.`);
  }
  return value as readonly Declaration[];
}

/** Holds what differs against what was declared. */
export function judge(differing: readonly QuoteVerdict[], declarations: readonly Declaration[]): Judgement {
  const declared = new Set(declarations.flatMap(({ quotes }) => quotes));
  const differs = new Set(differing.map(({ quote }) => quote));
  const undeclared = differing.filter(({ quote }) => !declared.has(quote));
  return {
    undeclared,
    declared: differing.length - undeclared.length,
    stale: [...declared].filter((quote) => !differs.has(quote)),
  };
}
