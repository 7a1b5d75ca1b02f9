// Runs the test suites and ends with the one line that counts: `N passed, N failed, N skipped`.
// What was skipped is said by name; a test that leaves a handle open counts as a failure.
// Arguments go to Jest: `npm test -- tests/domain`.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const LEAK = /did not exit one second after|failed to exit gracefully/;
const PATIENCE_AFTER_LEAK_MILLIS = 10_000;

const scratch = mkdtempSync(join(tmpdir(), 'orchard-tests-'));
const report = join(scratch, 'report.json');
const { status, leaked } = await jest(['--json', `--outputFile=${report}`, ...process.argv.slice(2)]);
const failed = leaked + summary();
rmSync(scratch, { recursive: true, force: true });
process.exitCode = failed > 0 ? 1 : (status ?? 1);

function jest(args) {
  return new Promise((resolve) => {
    let leaked = 0;
    const child = spawn(process.execPath, ['node_modules/jest/bin/jest.js', ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr.on('data', (chunk) => {
      process.stderr.write(chunk);
      if (!LEAK.test(chunk.toString())) return;
      leaked = 1;
      setTimeout(() => child.kill('SIGKILL'), PATIENCE_AFTER_LEAK_MILLIS).unref();
    });
    child.on('close', (status) => resolve({ status, leaked }));
  });
}

/** Prints what was skipped and the last line; answers how many failed. */
function summary() {
  try {
    const { testResults, numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    const skipped = testResults.flatMap((suite) => suite.assertionResults.filter(({ status }) => status === 'pending'));
    // A suite that could not even be loaded counts as a failure of its own.
    const broken = testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0);
    const failed = numFailedTests + broken.length;
    for (const { fullName } of skipped) console.log(`skipped: ${fullName}`);
    if (leaked > 0) console.log('failed: a test left a handle open (see above)');
    console.log(`${numPassedTests} passed, ${failed + leaked} failed, ${skipped.length} skipped`);
    return failed;
  } catch {
    console.log('0 passed, 1 failed, 0 skipped');
    return 1;
  }
}
