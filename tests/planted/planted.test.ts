import { describe, expect, test } from '@jest/globals';
import { hunt } from './hunt.js';
import { patchedSources, patchNames } from './patchedModules.js';
import { PLANTED_BUGS } from './plantedBugs.js';

/** Those that a second is enough for; `npm run planted` tries all. */
const QUICK = [
  ['no-expected-revision', 'I1 answered is stored, once'],
  ['acknowledged-before-the-sync', 'I1 answered is stored, once'],
  ['sent-again-under-new-ids', 'I1 answered is stored, once'],
  ['client-asks-again-under-a-new-key', 'I6 same answer'],
  ['bus-loses-messages', 'I13 nothing is stuck'],
] as const;

describe('a planted bug', () => {
  test.each(QUICK)('%s is caught by "%s"', async (name, invariant) => {
    expect(await hunt(PLANTED_BUGS[name]!, 20, 60)).toMatchObject({ invariant });
  });

  test.each(patchNames())('%s still applies', (name) => {
    expect(patchedSources(name).size).toBeGreaterThan(0);
  });
});
