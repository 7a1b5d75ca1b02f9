import { describe, expect, test } from '@jest/globals';
import { haystackOf, needlesOf } from '../../../src/projections/search/sought.js';

describe('what is typed', () => {
  test.each([
    ['Chinese is looked for anywhere', '红富', ['红富']],
    ['other words from where they begin', 'Fuji', [' fuji']],
    ['words of both are words of their own', '苹果 ｆｕｊｉ', ['苹果', ' fuji']],
    ['a word with Chinese in it is one', '满100减', ['满100减']],
    ['signs part words', '苹果（礼盒）', ['苹果', '礼盒']],
    ['a word is asked for once', 'fuji FUJI', [' fuji']],
    ['an id is one word', 'spend_100', [' spend_100']],
    ['signs alone are nothing', '% _ …', []],
  ])('%s', (_, query, needles) => {
    expect(needlesOf(query)).toEqual(needles);
  });
});

describe('what is searched', () => {
  test('has each word, and its parts after _, after . and after Chinese', () => {
    expect(haystackOf(['spend_100_20', '满100减20'])).toBe(' spend_100_20 100_20 20 满100减20 100减20');
  });
});
