import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { doors } from '../../src/infra/bootstrap/doors.js';
import { processTerminal } from '../../src/infra/bootstrap/processTerminal.js';
import { verdictWords } from '../../src/infra/cli/verify/verdictWords.js';
import { CORPUS, logOf, readCorpus } from './corpus.js';
import { declarationsIn, judge } from './judge.js';
import { type PricedNow, pricedNow } from './pricedNow.js';

const DECLARED = 'tests/pricingDiff/declared.json';
const USAGE = 'npm run pricing-diff -- [CORPUS.ndjson.gz | DATA-FOLDER] [--declared FILE]';

/** Prices recorded quotes with this engine: 0 all as recorded or declared · 1 not · 2 usage. */
async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { declared: { type: 'string' } },
  });
  const [place = CORPUS, ...more] = positionals;
  if (more.length > 0 || !existsSync(place)) {
    console.error(more.length > 0 ? USAGE : `There is no ${place}.\n${USAGE}`);
    return 2;
  }
  const file = values.declared ?? (place === CORPUS ? DECLARED : undefined);
  const declarations = file === undefined ? [] : declarationsIn(readFileSync(file, 'utf8'), file);
  const { verified, differing } = await pricedNowIn(place);
  const { undeclared, declared, stale } = judge(differing, declarations);
  console.log(`${verified.quotes} quotes of ${place}: ${verified.equal} as recorded, ${declared} differ as declared`);
  if (undeclared[0]) {
    console.error(`${undeclared.length} differ and are not declared in ${file ?? '--declared FILE'}. The first:`);
    console.error(verdictWords(undeclared[0]));
  }
  for (const quote of stale) console.error(`${file} declares ${quote}, which comes out as recorded: take it out.`);
  if (verified.quotes === 0) console.error('There is no quote to price.');
  return undeclared.length + stale.length > 0 || verified.quotes === 0 ? 1 : 0;
}

async function pricedNowIn(place: string): Promise<PricedNow> {
  if (place.endsWith('.gz')) return pricedNow(await logOf(readCorpus(place)));
  const log = await doors('pricing-diff').openLog(place, processTerminal());
  try {
    return await pricedNow(log.store);
  } finally {
    await log.close();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
