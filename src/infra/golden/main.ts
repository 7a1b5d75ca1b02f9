import { type CaseResult, runGoldenFolder, type ThemeResult } from './runGoldenFolder.js';

/** `node dist/infra/golden/main.js DIR…`: every golden case of the folders through the real engine. */
function main(folders: readonly string[]): number {
  const themes = (folders.length > 0 ? folders : ['tests/golden']).flatMap(runGoldenFolder);
  for (const theme of themes) tell(theme);
  const counts = countsOf(themes.flatMap(({ cases }) => cases));
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  return counts.failed === 0 ? 0 : 1;
}

function tell({ theme, cases }: ThemeResult): void {
  const { passed, failed, skipped } = countsOf(cases);
  console.log(`${theme}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  for (const { id, title, skipped, differences } of cases) {
    if (skipped) console.log(`  skipped ${id}: ${skipped}`);
    if (differences.length > 0) console.log(`  failed ${id}: ${title}`);
    for (const { what, expected, got } of differences) {
      console.log(`    ${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`);
    }
  }
}

function countsOf(cases: readonly CaseResult[]) {
  const skipped = cases.filter((of) => of.skipped !== undefined).length;
  const failed = cases.filter((of) => of.differences.length > 0).length;
  return { passed: cases.length - skipped - failed, failed, skipped };
}

process.exitCode = main(process.argv.slice(2));
