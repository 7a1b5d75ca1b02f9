import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { type Caught, hunt } from './hunt.js';
import { patchNames } from './patchedModules.js';
import { PLANTED_BUGS } from './plantedBugs.js';

const PATCHED_RUN = fileURLToPath(new URL('./patchedRun.js', import.meta.url));
const run = promisify(execFile);

/** `npm run planted [-- --only NAME] [--seeds N]`: plants each bug, and says which invariant caught it. All must be caught. */
async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { only: { type: 'string' }, seeds: { type: 'string' } } });
  const most = Number(values.seeds ?? '150');
  const names = [...Object.keys(PLANTED_BUGS), ...patchNames()].filter((name) => !values.only || name === values.only);
  let missed = 0;
  for (const name of names) {
    const began = performance.now();
    const caught = await planted(name, most);
    if (!caught) missed++;
    const seconds = `${((performance.now() - began) / 1_000).toFixed(1)} s`;
    const verdict = caught ? `${caught.invariant}, after ${seedsOf(caught)}` : `NOT CAUGHT in ${most} seeds`;
    console.log(`${name.padEnd(48)} ${verdict} (${seconds})`);
    if (values.only && caught) console.log(caught.message);
  }
  console.log(`${names.length} planted, ${names.length - missed} caught`);
  return missed > 0 ? 1 : 0;
}

async function planted(name: string, most: number): Promise<Caught | null> {
  const bug = PLANTED_BUGS[name];
  if (bug) return hunt(bug, most);
  const { stdout } = await run(process.execPath, [PATCHED_RUN, name, String(most)]);
  return JSON.parse(stdout.trim().split('\n').at(-1)!);
}

function seedsOf({ seeds }: Caught): string {
  return seeds === 1 ? '1 seed' : `${seeds} seeds`;
}

process.exitCode = await main(process.argv.slice(2));
