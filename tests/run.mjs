// Runs the test suites and ends with the one line that counts: `N passed, N failed, N skipped`.
// What was skipped is said by name; a test that leaves a handle open counts as a failure.
// Arguments go to Jest: `npm test -- tests/domain`. `--servers` first: only the suites that ask for a server.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServers } from './servers/startServers.mjs';

const LEAK = /did not exit one second after|failed to exit gracefully/;
const PATIENCE_AFTER_LEAK_MILLIS = 10_000;

const [first, ...rest] = process.argv.slice(2);
const suites = first === '--servers' ? [...suitesWithServers(), ...rest] : process.argv.slice(2);

const scratch = mkdtempSync(join(tmpdir(), 'orchard-tests-'));
// Servers that refuse to run as root run as others, and must get to their folders.
chmodSync(scratch, 0o711);
const report = join(scratch, 'report.json');
let running;
const servers = await startServers(process.env.ORCHARD_TEST_SERVERS, scratch);
// The servers outlive the interruption until the suites are gone.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => running?.kill(signal));
try {
  const { status, leaked } = await jest(['--json', `--outputFile=${report}`, ...suites]);
  const failed = leaked + summary(leaked);
  process.exitCode = failed > 0 ? 1 : (status ?? 1);
} finally {
  await servers.stop();
  rmSync(scratch, { recursive: true, force: true });
}

function suitesWithServers() {
  const names = readdirSync('tests', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts'));
  const paths = names.map((name) => join('tests', name));
  return ['--runTestsByPath', ...paths.filter((path) => readFileSync(path, 'utf8').includes('describeServer('))];
}

function jest(args) {
  return new Promise((resolve) => {
    let leaked = 0;
    running = spawn(process.execPath, ['node_modules/jest/bin/jest.js', ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...servers.env },
    });
    running.stderr.on('data', (chunk) => {
      process.stderr.write(chunk);
      if (!LEAK.test(chunk.toString())) return;
      leaked = 1;
      setTimeout(() => running.kill('SIGKILL'), PATIENCE_AFTER_LEAK_MILLIS).unref();
    });
    running.on('close', (status) => resolve({ status, leaked }));
  });
}

/** Prints what was skipped and the last line; answers how many failed. */
function summary(leaked) {
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
