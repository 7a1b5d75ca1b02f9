/**
 * A test runner for Stryker that loads the compiled tests once and runs them in its own process, quickest first. The
 * domain is pure and its tests are synchronous, so nothing is left over from one mutant to the next; Stryker's own
 * runner for Jest begins anew with every test file and mutant, and takes twenty times as long.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { declared } from './jestGlobals.mjs';

const COMPILED = 'dist/mutation';
/** How Stryker's instrumented code and its runner talk to each other. */
globalThis.__stryker__ ??= {};
const switches = globalThis.__stryker__;

class InProcessRunner {
  millisOf = new Map();

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init() {
    const stead = join(COMPILED, 'node_modules/@jest/globals');
    mkdirSync(stead, { recursive: true });
    writeFileSync(join(stead, 'package.json'), '{ "type": "module", "exports": "./index.js" }');
    writeFileSync(join(stead, 'index.js'), `export * from '${new URL('./jestGlobals.mjs', import.meta.url)}';`);
    const files = readdirSync(join(COMPILED, 'tests'), { recursive: true, encoding: 'utf8' });
    const suites = files.filter((file) => file.endsWith('.test.js')).sort();
    for (const suite of suites) await import(pathToFileURL(join(COMPILED, 'tests', suite)).href);
  }

  dryRun({ coverageAnalysis }) {
    const tests = declared.map((test) => {
      if (coverageAnalysis === 'perTest') switches.currentTestId = test.name;
      const start = performance.now();
      const failure = run(test);
      const timeSpentMs = performance.now() - start;
      this.millisOf.set(test.name, timeSpentMs);
      return result(test, failure, timeSpentMs);
    });
    switches.currentTestId = undefined;
    return { status: DryRunStatus.Complete, tests, mutantCoverage: switches.mutantCoverage };
  }

  mutantRun({ activeMutant, testFilter, hitLimit }) {
    const asked = testFilter ? declared.filter(({ name }) => testFilter.includes(name)) : declared;
    const quickestFirst = asked.toSorted((a, b) => this.millis(a) - this.millis(b));
    switches.activeMutant = activeMutant.id;
    switches.hitCount = hitLimit === undefined ? undefined : 0;
    switches.hitLimit = hitLimit;
    const tests = [];
    for (const test of quickestFirst) {
      const start = performance.now();
      const failure = run(test);
      if (!this.millisOf.has(test.name) && !failure) this.millisOf.set(test.name, performance.now() - start);
      tests.push(result(test, failure, 0));
      if (failure) break;
    }
    const hitTooOften = determineHitLimitReached(switches.hitCount, switches.hitLimit);
    switches.activeMutant = undefined;
    return toMutantRunResult(hitTooOften ?? { status: DryRunStatus.Complete, tests });
  }

  /** Only the first of Stryker's processes makes the dry run; the others learn what a test takes as they go. */
  millis({ name }) {
    return this.millisOf.get(name) ?? 0;
  }
}

function run({ body }) {
  try {
    body();
    return undefined;
  } catch (error) {
    return error;
  }
}

function result({ name }, failure, timeSpentMs) {
  return failure
    ? { id: name, name, status: TestStatus.Failed, failureMessage: String(failure.message ?? failure), timeSpentMs }
    : { id: name, name, status: TestStatus.Success, timeSpentMs };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
