import { type Calculation, piecesOf } from '../../calculation.js';
import { belowQuantity } from '../../nothing.js';
import type { QuantityGroup } from './definition.js';

/** An amount off each piece of the full groups, which fill over the lines in order. */
export const calculation1: Calculation<QuantityGroup> = {
  calculate({ groupSize, amountOffEach }, goods) {
    const pieces = piecesOf(goods);
    const inGroups = pieces - (pieces % groupSize);
    const toNext = groupSize - (pieces % groupSize);
    const facts = () => ({ pieces, groupSize, amountOffEach, groups: inGroups / groupSize });
    if (inGroups === 0) return belowQuantity(toNext, facts);
    let left = inGroups;
    const amounts = goods.lines.map((line) => {
      const counted = Math.min(left, line.pieces);
      left -= counted;
      return counted * amountOffEach;
    });
    return {
      gives: 'parts',
      lines: goods.lines,
      amounts,
      facts,
      nextRung: () => ({ shortfall: { quantity: toNext }, gives: { amountOff: groupSize * amountOffEach } }),
    };
  },
  // When an early line closes, the groups fill on later lines, which may have more room.
  atMost({ groupSize, amountOffEach }, goods) {
    if (goods.lines.length === 1) return undefined;
    const pieces = piecesOf(goods);
    let room = 0;
    for (const line of goods.lines) {
      room += Math.min(goods.prices[line.at]! - line.floor, line.pieces * amountOffEach);
    }
    return { discount: Math.min(room, (pieces - (pieces % groupSize)) * amountOffEach), gifts: 0 };
  },
};
