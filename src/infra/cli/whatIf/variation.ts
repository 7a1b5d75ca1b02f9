import { UsageError } from '../exitCode.js';

export interface Variation {
  readonly at: string;
  readonly values: readonly number[];
}

const MOST_VALUES = 100;

/**
 * `/benefit/ladder/0/from=8000..20000/2000` or `/benefit/percentOffBp=500,1000,1500`: a number of the terms, in the
 * units of the terms, and what to try it with.
 * @throws UsageError
 */
export function variationOf(text: string): Variation {
  const [at = '', values, ...more] = text.split('=');
  if (!/^(\/[A-Za-z0-9]+)+$/.test(at) || values === undefined || more.length > 0) throw notOne(text);
  const range = /^(\d+)(?:\.\.\.?|…)(\d+)\/(\d+)$/.exec(values);
  const tried = range ? steps(range.slice(1).map(Number)) : values.split(',').map(wholeNumber);
  if (tried.length === 0 || tried.length > MOST_VALUES || tried.some(Number.isNaN)) throw notOne(text);
  return { at, values: tried };
}

function steps([from = 0, to = 0, step = 0]: readonly number[]): number[] {
  if (step === 0 || from > to || (to - from) / step >= MOST_VALUES) return [];
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => from + at * step);
}

function wholeNumber(text: string): number {
  return /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
}

function notOne(text: string): UsageError {
  return new UsageError(
    '--vary takes a number of the terms and up to 100 values, such as /benefit/ladder/0/from=8000..20000/2000 ' +
      `or /benefit/percentOffBp=500,1000, not "${text}".`,
  );
}
