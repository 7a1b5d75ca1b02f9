import { canonicalJson } from '../kernel/canonicalJson.js';
import type { QuoteGiven } from './events.js';

/** The steps of a price, in their order; an offer's turn is a step of its own: `offer spend_100_20`. */
export type ProofStep = 'list' | `offer ${string}` | 'lines' | 'totals' | 'facts' | 'promise' | 'result' | 'record';

/** Where what was recorded and what comes out again part. */
export interface RecordDifference {
  readonly step: ProofStep;
  /** JSON pointer into the quote's recorded data. */
  readonly pointer: string;
  /** Undefined: it is not there. */
  readonly recorded: unknown;
  readonly again: unknown;
}

/**
 * The first step of pricing at which two records of a quote differ, or undefined when they are equal to the byte.
 * @param turns offers in the order in which they applied when it was priced again.
 */
export function recordDifference(
  recorded: QuoteGiven,
  again: QuoteGiven,
  turns: readonly string[],
): RecordDifference | undefined {
  for (const [step, ...path] of stepsOf(recorded, turns)) {
    const found = firstDifference(at(recorded, path), at(again, path), path);
    if (found) return { step, ...found };
  }
  return undefined;
}

type Step = readonly [ProofStep, ...string[]];

function stepsOf(recorded: QuoteGiven, turns: readonly string[]): readonly Step[] {
  const gone = Object.keys(recorded.amounts?.gave ?? {}).filter((id) => !turns.includes(id));
  return [
    ['list', 'amounts', 'list'],
    ...[...turns, ...gone].map((id): Step => [`offer ${id}`, 'amounts', 'gave', id]),
    ['lines', 'amounts', 'lines'],
    ['totals', 'amounts'],
    ['facts', 'facts'],
    ['promise', 'validUntil'],
    ['promise', 'currency'],
    ['result', 'result'],
    ['record'],
  ];
}

function firstDifference(
  recorded: unknown,
  again: unknown,
  path: readonly string[],
): Omit<RecordDifference, 'step'> | undefined {
  if (textOf(recorded) === textOf(again)) return undefined;
  if (isObject(recorded) && isObject(again) && Array.isArray(recorded) === Array.isArray(again)) {
    for (const key of new Set([...Object.keys(recorded), ...Object.keys(again)])) {
      const found = firstDifference(at(recorded, [key]), at(again, [key]), [...path, key]);
      if (found) return found;
    }
  }
  return { pointer: path.map(escaped).join(''), recorded, again };
}

function at(value: unknown, path: readonly string[]): unknown {
  let found = value;
  for (const key of path) found = isObject(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  return found;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function textOf(value: unknown): string {
  return value === undefined ? '' : canonicalJson(value);
}

function escaped(key: string): string {
  return `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
