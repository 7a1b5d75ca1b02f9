// Runs the test suites and ends with the one line that counts: `N passed, N failed, N skipped`.
// What was skipped is said by name. Arguments go to Jest: `npm test -- tests/domain`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const scratch = mkdtempSync(join(tmpdir(), 'orchard-tests-'));
const report = join(scratch, 'report.json');
const jest = spawnSync(
  process.execPath,
  ['node_modules/jest/bin/jest.js', '--json', `--outputFile=${report}`, ...process.argv.slice(2)],
  { stdio: ['ignore', 'inherit', 'inherit'] },
);
let failed = 1;
try {
  const results = JSON.parse(readFileSync(report, 'utf8'));
  const suites = results.testResults;
  const skipped = suites.flatMap((suite) => suite.assertionResults.filter(({ status }) => status === 'pending'));
  // A suite that could not even be loaded counts as a failure of its own.
  const broken = suites.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0);
  failed = results.numFailedTests + broken.length;
  for (const { fullName } of skipped) console.log(`skipped: ${fullName}`);
  console.log(`${results.numPassedTests} passed, ${failed} failed, ${skipped.length} skipped`);
} catch {
  console.log('0 passed, 1 failed, 0 skipped');
}
rmSync(scratch, { recursive: true, force: true });
process.exitCode = failed > 0 ? 1 : (jest.status ?? 1);
