import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, sameJson } from '../../../src/domain/kernel/canonicalJson.js';

const leaf = fc.oneof(fc.maxSafeInteger(), fc.boolean(), fc.constant(null), fc.string({ unit: 'binary' }));
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'binary', maxLength: 3 }), tie('json'), { maxKeys: 5, noNullPrototype: true }),
  ),
}));

/** The same value with the keys of every object in another order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

describe('canonical JSON', () => {
  test('orders keys by their UTF-16 code units, as the example of RFC 8785 does', () => {
    const value = {
      '€': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\u{1f600}': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      ö: 'Latin Small Letter O With Diaeresis',
    };
    const inOrder = ['\r', '1', '\u0080', 'ö', '€', '\u{1f600}', '\ufb33'] as const;
    expect(
      Object.keys(JSON.parse(canonicalJson(Object.fromEntries(Object.entries(value).reverse())))).slice(1),
    ).toEqual(inOrder.filter((key) => key !== '1'));
    expect(canonicalJson(value)).toBe(
      `{${inOrder.map((key) => `${JSON.stringify(key)}:${JSON.stringify(value[key])}`).join(',')}}`,
    );
  });

  test('puts a character outside the first plane before one at its end: units, not code points, count', () => {
    expect(canonicalJson({ '\uffff': 1, '\u{10000}': 2 })).toBe('{"\u{10000}":2,"\uffff":1}');
  });

  test('orders any number of keys', () => {
    const keys = fc.uniqueArray(fc.string({ unit: 'binary', maxLength: 3 }), { maxLength: 60 });
    fc.assert(
      fc.property(keys, (keys) => {
        const members = [...keys].sort().map((key) => `${JSON.stringify(key)}:1`);
        // Not assigned: `__proto__` is a key like others.
        const value = JSON.parse(`{${keys.map((key) => `${JSON.stringify(key)}:1`).join()}}`);
        expect(canonicalJson(value)).toBe(`{${members.join()}}`);
      }),
    );
  });

  test('escapes what RFC 8785 escapes, and nothing else', () => {
    expect(canonicalJson('\b\t\n\f\r"\\')).toBe('"\\b\\t\\n\\f\\r\\"\\\\"');
    expect(canonicalJson('\u0000\u001f\u007f/\u2028<红>')).toBe('"\\u0000\\u001f\u007f/\u2028<红>"');
  });

  test('has no white space, one zero, and no undefined members', () => {
    expect(canonicalJson({ b: [1, -0, { d: undefined }], a: undefined, c: null })).toBe('{"b":[1,0,{}],"c":null}');
  });

  test('keeps a key of the name __proto__', () => {
    expect(canonicalJson(JSON.parse('{"__proto__":{"a":1}}'))).toBe('{"__proto__":{"a":1}}');
  });

  test('is one text for one value, and reads back as it', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(reversed(value))).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test.each([
    ['a fraction', 0.5],
    ['a number beyond the safe integers', 2 ** 53],
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['undefined', undefined],
    ['undefined in an array', [undefined]],
    ['a function', () => 1],
    ['a symbol', Symbol('s')],
    ['a bigint', 1n],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
    expect(() => canonicalJson({ inside: { of: [value === undefined ? [undefined] : value] } })).toThrow(TypeError);
  });
});

test('two values say the same whatever the order of their keys, but not of their elements', () => {
  expect(sameJson({ a: 1, b: [{ c: 2, d: undefined }] }, { b: [{ c: 2 }], a: 1 })).toBe(true);
  expect(sameJson([1, 2], [2, 1])).toBe(false);
  expect(sameJson({ a: null }, {})).toBe(false);
});
