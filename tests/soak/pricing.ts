import { parseArgs } from 'node:util';
import { differences } from '../oracle/differences.js';
import { firstDifference } from '../oracle/firstDifference.js';
import { differentialCase } from '../oracle/generate.js';
import { Progress } from './progress.js';
import { wholeNumber } from './wholeNumber.js';

/** `npm run soak:pricing -- --cases N [--seed S]`: engine against oracle on N random baskets. */
function main(args: string[]): number {
  const { values } = parseArgs({ args, options: { cases: { type: 'string' }, seed: { type: 'string' } } });
  const cases = wholeNumber(values.cases ?? '300000', 'cases');
  const first = wholeNumber(values.seed ?? String(Date.now() % 2 ** 31), 'seed');
  console.log(`engine against oracle: ${cases} cases from seed ${first}`);
  const progress = new Progress(cases);
  for (let done = 0; done < cases; done++) {
    const seed = first + done;
    const input = differentialCase(seed);
    if (differences(input).length > 0) {
      console.log(firstDifference(seed, input));
      console.log(`${done + 1} cases, 1 difference`);
      return 1;
    }
    progress.tell(done + 1, seed);
  }
  console.log(`${cases} cases, 0 differences (seeds ${first} to ${first + cases - 1}, ${progress.seconds()} s)`);
  return 0;
}

process.exitCode = main(process.argv.slice(2));
