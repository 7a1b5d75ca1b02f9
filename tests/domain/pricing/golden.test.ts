import { describe, expect, test } from '@jest/globals';
import { runGoldenFolder } from '../../../src/infra/golden/runGoldenFolder.js';

const themes = runGoldenFolder('tests/golden');

describe.each(themes.map(({ theme, cases }) => ({ theme, cases })))('golden cases: $theme', ({ cases }) => {
  const run = cases.filter(({ skipped }) => skipped === undefined);

  if (run.length > 0) {
    test.each(run)('$id: $title', ({ differences }) => {
      expect(differences).toEqual([]);
    });
  }

  test('what is skipped is skipped for a written reason', () => {
    const skipped = cases.flatMap(({ skipped }) => skipped ?? []);
    for (const reason of skipped) expect(reason).toMatch(/is not supported/);
  });
});

test('every golden case is accounted for', () => {
  // What engine and oracle once priced differently is counted on its own.
  const cases = themes.filter(({ theme }) => theme !== 'differential').flatMap((theme) => theme.cases);
  expect(cases).toHaveLength(167);
  expect(cases.filter(({ skipped }) => skipped !== undefined)).toHaveLength(5);
});
