import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { canonicalJson } from '../../../src/domain/kernel/canonicalJson.js';
import { price } from '../../../src/domain/pricing/price.js';
import { appliedSentence } from '../../../src/domain/pricing/sentences/appliedSentence.js';
import { refusedSentence } from '../../../src/domain/pricing/sentences/refusedSentence.js';
import type { GoldenCase } from '../../../src/infra/golden/goldenCase.js';
import { readGoldenCase } from '../../../src/infra/golden/readGoldenCase.js';
import { differentialCase } from '../../oracle/generate.js';
import { type RandomCase, randomCase } from './randomCase.js';

const FILE = 'tests/domain/pricing/frozenQuotes.json';
const SIZES = { lines: 6, offers: 9, groups: 2 };
const CASES = 400;

/** What a basket is told, whole: money, reasons, facts, every turn, and all of it in words. */
function toldOf({ basket, offers, facts }: RandomCase): string {
  const quote = price(basket, offers, facts, { explain: 'trace' });
  const words = [
    ...quote.applied.map((applied) => appliedSentence(applied, quote.gifts, 'zh')),
    ...quote.refused.map((refused) => refusedSentence(refused, 'zh')),
  ];
  return canonicalJson({ quote, words });
}

const MADE: Readonly<Record<string, (seed: number) => RandomCase>> = {
  'offers that get in each other’s way': (seed) => randomCase(seed, SIZES),
  'offers that get in each other’s way, by priority': (seed) =>
    randomCase(seed, SIZES, {
      selection: 'priority',
      groupScope: seed % 2 === 0 ? 'line' : 'order',
      groupPick: seed % 3 === 0 ? 'priority' : 'best',
      exclusiveChoice: seed % 5 === 0 ? 'most-valuable' : 'priority',
    }),
  'offers of all terms': (seed) => readGoldenCase(differentialCase(seed) as unknown as GoldenCase),
};

type Frozen = Readonly<Record<string, readonly string[]>>;

function digestsOf(caseOf: (seed: number) => RandomCase): string[] {
  return Array.from({ length: CASES }, (_, seed) => {
    const digest = createHash('sha256').update(toldOf(caseOf(seed + 1)));
    return digest.digest('hex').slice(0, 12);
  });
}

if (process.env['FREEZE_QUOTES']) {
  const frozen = Object.fromEntries(Object.entries(MADE).map(([name, caseOf]) => [name, digestsOf(caseOf)]));
  writeFileSync(FILE, `${JSON.stringify(frozen, undefined, 2)}\n`);
}

// A released rule version quotes for ever what it quoted once, to the last word. Where words or facts are meant to
// change: `FREEZE_QUOTES=1 npx jest frozenQuotes`, and say so in the commit. Prices are not meant to.
describe('quotes stay as they were released', () => {
  const frozen = JSON.parse(readFileSync(FILE, 'utf8')) as Frozen;

  test.each(Object.keys(MADE))('%s', (name) => {
    const digests = digestsOf(MADE[name]!);
    const changed = digests.flatMap((digest, at) => (digest === frozen[name]![at] ? [] : [`seed ${at + 1}`]));
    expect(changed).toEqual([]);
  });
});
