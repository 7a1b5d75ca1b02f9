import { expect, test } from '@jest/globals';
import { differences } from './differences.js';
import { firstDifference } from './firstDifference.js';
import type { GeneratedCase } from './generate.js';
import { differentialCase } from './generate.js';

/** The same seeds in every run; another stretch with DIFFERENTIAL_SEED, a shorter look with …_SECONDS or …_CASES. */
const seconds = Number(process.env['DIFFERENTIAL_SECONDS'] ?? 60);
const most = Number(process.env['DIFFERENTIAL_CASES'] ?? Number.POSITIVE_INFINITY);
const firstSeed = Number(process.env['DIFFERENTIAL_SEED'] ?? 1);

test(
  `engine and oracle price ${seconds} s of random baskets the same`,
  () => {
    const until = performance.now() + seconds * 1000;
    let seed = firstSeed;
    for (; performance.now() < until && seed < firstSeed + most; seed++) {
      const input: GeneratedCase = differentialCase(seed);
      if (differences(input).length > 0) throw new Error(firstDifference(seed, input));
    }
    const count = seed - firstSeed;
    process.stderr.write(`engine against oracle: ${count} cases, 0 differences (seeds ${firstSeed} to ${seed - 1})\n`);
    expect(count).toBeGreaterThan(0);
  },
  seconds * 1000 + 120_000,
);
