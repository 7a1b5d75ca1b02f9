import { differences } from './differences.js';
import type { GeneratedCase } from './generate.js';
import { shrink } from './shrink.js';

/** What to show of a case that the two price differently: its seed, the least case that still differs, and in what. */
export function firstDifference(seed: number, input: GeneratedCase): string {
  const [first] = differences(input);
  const differsAlike = (simpler: GeneratedCase) => differences(simpler)[0]?.what === first?.what;
  const least = shrink(input, differsAlike);
  return [
    `engine and oracle differ at seed ${seed} (${input.id}); shrunk:`,
    JSON.stringify(least),
    ...differences(least).map(
      ({ what, engine, oracle }) => `${what}: engine ${JSON.stringify(engine)}, oracle ${JSON.stringify(oracle)}`,
    ),
    'Decide by the rule text, mend the wrong one and keep the case in tests/golden/differential.json.',
  ].join('\n');
}
