import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareGoldenCase, type Difference } from './compareGoldenCase.js';
import type { GoldenFile } from './goldenCase.js';
import { skipReason } from './skipReason.js';

export interface CaseResult {
  readonly id: string;
  readonly title: string;
  readonly skipped?: string;
  readonly differences: readonly Difference[];
}

export interface ThemeResult {
  readonly theme: string;
  readonly cases: readonly CaseResult[];
}

/** Runs every golden file of a folder, by name. */
export function runGoldenFolder(folder: string): ThemeResult[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  return files.map((name) => {
    const { theme, cases } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as GoldenFile;
    return {
      theme,
      cases: cases.map((golden) => {
        const { id, title } = golden;
        const skipped = skipReason(golden);
        return skipped ? { id, title, skipped, differences: [] } : { id, title, differences: run(golden) };
      }),
    };
  });
}

function run(golden: GoldenFile['cases'][number]): readonly Difference[] {
  try {
    return compareGoldenCase(golden);
  } catch (error) {
    return [{ what: 'the case runs', expected: 'an answer', got: String(error) }];
  }
}
