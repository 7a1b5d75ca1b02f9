import type { GoldenCase } from './goldenCase.js';

/** Values of switches the engine does not support, on purpose. */
const UNSUPPORTED: Readonly<Record<string, readonly unknown[]>> = {
  rounding: ['half-down'],
  allocation: ['half-down-rest-first', 'floor-rest-first', 'floor-rest-last'],
  zeroWeights: ['even'],
  maxUnitsBase: ['discounted-pieces-first'],
};

/** Why a case is not run, or nothing. */
export function skipReason({ policy = {} }: GoldenCase): string | undefined {
  const found = Object.entries(policy).find(([name, value]) => UNSUPPORTED[name]?.includes(value));
  return found && `${found[0]}: ${found[1]} is not supported`;
}
