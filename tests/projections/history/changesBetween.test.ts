import { describe, expect, test } from '@jest/globals';
import { STORED_EVENTS } from '../../../src/commands/storedEvents.js';
import { changesBetween } from '../../../src/projections/history/changesBetween.js';
import { hasWords } from '../../../src/projections/history/chapterSentence.js';

describe('The changes between two documents', () => {
  test.each([
    ['a field', { a: 1 }, { a: 2 }, [['/a', 1, 2]]],
    ['a field deeper', { a: { b: 1, c: 1 } }, { a: { b: 2, c: 1 } }, [['/a/b', 1, 2]]],
    ['a field that came', {}, { a: { b: 1 } }, [['/a', null, { b: 1 }]]],
    ['a field that went', { a: 1 }, {}, [['/a', 1, null]]],
    ['a list, as a whole', { a: [1, 2] }, { a: [2, 1] }, [['/a', [1, 2], [2, 1]]]],
    ['nothing where keys come in another order', { a: { b: 1, c: 2 } }, { a: { c: 2, b: 1 } }, []],
    ['nothing between absent and null', { a: null }, {}, []],
    ['a field of a strange name', { constructor: 1 }, {}, [['/constructor', 1, null]]],
  ])('name %s', (_, before, after, changes) => {
    expect(changesBetween(before, after).map(({ field, before, after }) => [field, before, after])).toEqual(changes);
  });
});

test('Every event that a history may tell has words', () => {
  const told = Object.keys(STORED_EVENTS).filter((type) => !/^quote-/.test(type));
  expect(told.filter((type) => !hasWords(type))).toEqual([]);
});
