import type { Fault } from '../../domain/pricing/kind.js';
import type { PromotionTerms } from '../../domain/promotion/events.js';

/** A number of the terms, by its JSON pointer, and the values it is tried with. */
export interface Variation {
  readonly at: string;
  readonly values: readonly number[];
}

export const MOST_CELLS = 100;

/** The terms with one value for each variation. */
export interface GridCell {
  readonly values: readonly number[];
  readonly terms: PromotionTerms;
}

/** All combinations, the last variation changing fastest. `gridFaults` said that the pointers lead to numbers. */
export function gridCells(terms: PromotionTerms, grid: readonly Variation[]): readonly GridCell[] {
  let cells: readonly GridCell[] = [{ values: [], terms }];
  for (const { at, values } of grid) {
    cells = cells.flatMap((cell) =>
      values.map((value) => ({ values: [...cell.values, value], terms: withValue(cell.terms, at, value) })),
    );
  }
  return cells;
}

/** What keeps a grid from being laid over terms. */
export function gridFaults(terms: PromotionTerms, grid: readonly Variation[]): Fault[] {
  const cells = grid.reduce((count, { values }) => count * values.length, 1);
  const many = `${cells} combinations: at most ${MOST_CELLS} are tried at once.`;
  return [
    ...(cells > MOST_CELLS ? [{ pointer: '/grid', code: 'TOO_MANY_CELLS', message: many }] : []),
    ...grid.flatMap(({ at }, index) => {
      if (typeof valueAt(terms, at) === 'number') return [];
      const message = `There is no number at ${at} of the terms: name one such as /benefit/ladder/0/from.`;
      return [{ pointer: `/grid/${index}/at`, code: 'NO_NUMBER_THERE', message }];
    }),
  ];
}

function keysOf(pointer: string): string[] {
  return pointer.split('/').slice(1);
}

function valueAt(terms: unknown, pointer: string): unknown {
  return keysOf(pointer).reduce<unknown>((value, key) => {
    const isThere = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
    return isThere ? (value as Record<string, unknown>)[key] : undefined;
  }, terms);
}

function withValue(terms: PromotionTerms, pointer: string, value: number): PromotionTerms {
  const copy = structuredClone(terms);
  const keys = keysOf(pointer);
  const holder = keys
    .slice(0, -1)
    .reduce<Record<string, unknown>>(
      (at, key) => at[key] as Record<string, unknown>,
      copy as unknown as Record<string, unknown>,
    );
  holder[keys.at(-1)!] = value;
  return copy;
}
