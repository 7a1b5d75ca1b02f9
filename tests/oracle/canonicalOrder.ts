import type { GoldenLine, Promotion } from './goldenCase.js';

/** Shorter ids first, then byte by byte. */
export function compareLineIds(a: string, b: string): number {
  const first = Buffer.from(a, 'utf8');
  const second = Buffer.from(b, 'utf8');
  return first.length - second.length || Buffer.compare(first, second);
}

export function linesInOrder(lines: readonly GoldenLine[]): GoldenLine[] {
  return [...lines].sort((a, b) => compareLineIds(a.id, b.id));
}

/**
 * Lane ascending, larger priority, then id. The README orders lines "shorter ids first, then byte by byte" and says
 * of promotions only "then id": read as the same order, so that p2 comes before p10.
 */
export function promotionsInOrder(promotions: readonly Promotion[]): Promotion[] {
  return [...promotions].sort(
    (a, b) => (a.lane ?? 0) - (b.lane ?? 0) || (b.priority ?? 0) - (a.priority ?? 0) || compareLineIds(a.id, b.id),
  );
}
