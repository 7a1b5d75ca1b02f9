import { parseArgs } from 'node:util';
import { differences } from '../oracle/differences.js';
import { firstDifference } from '../oracle/firstDifference.js';
import { differentialCase } from '../oracle/generate.js';

const PROGRESS_EVERY_MILLIS = 5_000;

/** `npm run soak:pricing -- --cases N [--seed S]`: engine against oracle on N random baskets. */
function main(args: string[]): number {
  const { values } = parseArgs({ args, options: { cases: { type: 'string' }, seed: { type: 'string' } } });
  const cases = wholeNumber(values.cases ?? '300000', 'cases');
  const first = wholeNumber(values.seed ?? String(Date.now() % 2 ** 31), 'seed');
  console.log(`engine against oracle: ${cases} cases from seed ${first}`);
  const began = performance.now();
  let told = began;
  for (let done = 0; done < cases; done++) {
    const seed = first + done;
    const input = differentialCase(seed);
    if (differences(input).length > 0) {
      console.log(firstDifference(seed, input));
      console.log(`${done + 1} cases, 1 difference`);
      return 1;
    }
    if (performance.now() - told < PROGRESS_EVERY_MILLIS) continue;
    told = performance.now();
    const rate = (done + 1) / ((told - began) / 1000);
    const left = Math.round((cases - done - 1) / rate);
    process.stderr.write(`  ${done + 1} of ${cases}, ${Math.round(rate)} a second, ${left} s to go (seed ${seed})\n`);
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${cases} cases, 0 differences (seeds ${first} to ${first + cases - 1}, ${seconds} s)`);
  return 0;
}

function wholeNumber(text: string, name: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0 || text.trim() === '') {
    throw new RangeError(`--${name} takes a whole number, not ${text}`);
  }
  return number;
}

process.exitCode = main(process.argv.slice(2));
