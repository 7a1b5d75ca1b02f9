import { parseArgs } from 'node:util';
import { sealedLog } from '../tampering/sealedLog.js';
import { tamper } from '../tampering/tamper.js';
import { Progress } from './progress.js';
import { wholeNumber } from './wholeNumber.js';

/** `npm run soak:tamper -- --cases N [--seed S]`: random tamperings of a sealed log; ends with 1 when one was missed. */
const { values } = parseArgs({ options: { cases: { type: 'string' }, seed: { type: 'string' } } });
const cases = wholeNumber(values.cases ?? '10000', 'cases');
const first = wholeNumber(values.seed ?? String(Date.now() % 2 ** 31), 'seed');
const log = await sealedLog();
const progress = new Progress(cases);
let missed = 0;
for (let done = 0; done < cases; done++) {
  const wrong = await tamper(log, first + done);
  if (wrong) {
    missed++;
    console.error(JSON.stringify(wrong));
  }
  progress.tell(done + 1, first + done);
}
await log.close();
console.log(`${cases} tamperings, ${missed} missed (seeds ${first} to ${first + cases - 1}, ${progress.seconds()} s)`);
process.exitCode = missed > 0 ? 1 : 0;
