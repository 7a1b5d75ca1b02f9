import { describe, expect, test } from '@jest/globals';
import { hunt } from './hunt.js';
import { patchedSources, patchNames } from './patchedModules.js';
import { PLANTED_BUGS } from './plantedBugs.js';

/**
 * Those that a second is enough for, and the invariants they break: which of them breaks first is the seed's.
 * `npm run planted` tries all.
 */
const QUICK = [
  ['no-expected-revision', ['I1 answered is stored, once']],
  ['acknowledged-before-the-sync', ['I1 answered is stored, once', 'I6 same answer']],
  ['sent-again-under-new-ids', ['I1 answered is stored, once']],
  ['client-asks-again-under-a-new-key', ['I6 same answer']],
  ['bus-loses-messages', ['I13 nothing is stuck', 'I12 nothing is left to do', 'I7 views equal a rebuild']],
] as const;

describe('a planted bug', () => {
  test.each(QUICK)('%s is caught by one of %j', async (name, invariants) => {
    const caught = await hunt(PLANTED_BUGS[name]!, 20, 60);
    expect(invariants).toContain(caught?.invariant);
  });

  test.each(patchNames())('%s still applies', (name) => {
    expect(patchedSources(name).size).toBeGreaterThan(0);
  });
});
