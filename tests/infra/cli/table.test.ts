import { describe, expect, test } from '@jest/globals';
import { displayWidth } from '../../../src/infra/cli/print/displayWidth.js';
import { table } from '../../../src/infra/cli/print/table.js';

describe('a table', () => {
  test('aligns columns though Chinese characters are two columns wide', () => {
    const text = table(
      [{ title: 'goods' }, { title: 'yuan', align: 'right' }],
      [
        ['烟台红富士苹果', '8.98'],
        ['plum', '118.00'],
      ],
    );
    expect(text.split('\n')).toEqual(['goods             yuan', '烟台红富士苹果    8.98', 'plum            118.00']);
  });

  test.each([
    ['苹果', 4],
    ['（盒）', 6],
    ['e\u0301', 1],
    ['🍎', 2],
    ['plum', 4],
  ])('%s takes %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});
