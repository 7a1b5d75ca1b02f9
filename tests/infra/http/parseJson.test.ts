import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Problem } from '../../../src/infra/http/problems/problem.js';
import { explainJson } from '../../../src/infra/http/requests/explainJson.js';
import { parseJson } from '../../../src/infra/http/requests/parseJson.js';

const parse = (text: string) => parseJson(Buffer.from(text));
const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('Reading JSON', () => {
  test('gives what JSON.parse gives, for all that is fine', () => {
    const plain = fc.json({ maxDepth: 5 }).filter((text) => explainJson(text) === undefined);
    fc.assert(fc.property(plain, (text) => expect(parse(text)).toEqual(JSON.parse(text))));
  });

  test('explains every text that JSON.parse refuses, and no other', () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '1',
      '-',
      '0.',
      '1e5',
      'true',
      'nul',
      ' ',
      '\\',
      '\t',
      '\u0007',
    ];
    const nearly = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(nearly, (text) => {
        const problem = explainJson(text);
        expect(problem?.code === 'BODY_NOT_JSON' || problem?.code === 'BODY_TOO_DEEP' || !problem).toBe(
          problem?.code !== 'BODY_KEY_TWICE',
        );
        if (problem?.code === 'BODY_NOT_JSON' || problem === undefined)
          expect(problem === undefined).toBe(isJson(text));
      }),
      { numRuns: 2_000 },
    );
  });

  test('takes long hostile texts in its stride', () => {
    for (const text of [
      '['.repeat(250_000),
      `"${'a'.repeat(250_000)}`,
      `"${'\\'.repeat(250_001)}`,
      `[${' '.repeat(250_000)}`,
    ]) {
      expect(() => parse(text)).toThrow(Problem);
    }
  });

  test('leaves Object.prototype alone', () => {
    expect(() => parse('{"__proto__":{"polluted":1}}')).toThrow(Problem);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
