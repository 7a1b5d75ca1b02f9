import type { Line } from '../../purchase.js';

export function unitsOf(lines: readonly Line[]): number {
  let units = 0;
  for (const line of lines) units += line.pieces;
  return units;
}

export function gramsOf(lines: readonly Line[]): number {
  let grams = 0;
  for (const line of lines) grams += line.grams;
  return grams;
}
