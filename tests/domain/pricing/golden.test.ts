import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { compareGoldenCase } from '../../../src/infra/golden/compareGoldenCase.js';
import type { GoldenCase, GoldenFile } from '../../../src/infra/golden/goldenCase.js';
import { skipReason } from '../../../src/infra/golden/skipReason.js';

const FOLDER = 'tests/golden';
const themes = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as GoldenFile);
const isSkipped = (golden: GoldenCase): boolean => skipReason(golden) !== undefined;

describe.each(themes.map(({ theme, cases }) => ({ theme, cases })))('golden cases: $theme', ({ cases }) => {
  const run = cases.filter((golden) => !isSkipped(golden));

  if (run.length > 0) {
    test.each(run)('$id: $title', (golden) => {
      expect(compareGoldenCase(golden)).toEqual([]);
    });
  }

  test('what is skipped is skipped for a written reason', () => {
    for (const golden of cases.filter(isSkipped)) expect(skipReason(golden)).toMatch(/is not supported/);
  });
});

test('every golden case is accounted for', () => {
  // What engine and oracle once priced differently is counted on its own.
  const cases = themes.filter(({ theme }) => theme !== 'differential').flatMap((theme) => theme.cases);
  expect(cases).toHaveLength(167);
  expect(cases.filter(isSkipped)).toHaveLength(5);
});
