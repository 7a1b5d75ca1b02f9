import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { canonicalJson } from '../../../src/domain/kernel/canonicalJson.js';
import { price } from '../../../src/domain/pricing/price.js';
import type { GoldenCase } from '../../../src/infra/golden/goldenCase.js';
import { readGoldenCase } from '../../../src/infra/golden/readGoldenCase.js';
import { differentialCase } from '../../oracle/generate.js';

const CASES = 300;

/** Another process, that of the build (`npm test` builds first), which gets lines and promotions in another order. */
const OTHER_PROCESS = `
import { canonicalJson } from './dist/domain/kernel/canonicalJson.js';
import { price } from './dist/domain/pricing/price.js';
import { readGoldenCase } from './dist/infra/golden/readGoldenCase.js';
let text = '';
for await (const chunk of process.stdin) text += chunk;
const answers = JSON.parse(text).map((golden) => {
  const turned = { ...golden, lines: golden.lines.reverse(), promotions: golden.promotions.reverse() };
  const { basket, offers, facts } = readGoldenCase(turned);
  return canonicalJson(price(basket, offers, facts, { explain: 'all' }));
});
process.stdout.write(answers.join('\\n'));
`;

test('the same input gives the same bytes in another process, in another zone and language', () => {
  const cases = Array.from({ length: CASES }, (_, at) => differentialCase(at + 1) as unknown as GoldenCase);
  const other = spawnSync(process.execPath, ['--input-type=module', '--eval', OTHER_PROCESS], {
    input: JSON.stringify(cases),
    env: { ...process.env, TZ: 'America/New_York', LC_ALL: 'tr_TR.UTF-8', NODE_OPTIONS: '' },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  expect(other.stderr).toBe('');
  expect(other.stdout.split('\n')).toEqual(cases.map(quotedHere));
});

function quotedHere(golden: GoldenCase): string {
  const { basket, offers, facts } = readGoldenCase(golden);
  return canonicalJson(price(basket, offers, facts, { explain: 'all' }));
}
