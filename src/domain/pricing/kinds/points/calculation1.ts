import type { Fen } from '../../../kernel/money.js';
import type { Calculation } from '../../calculation.js';
import { noRoom } from '../../nothing.js';
import { totalRoom } from '../../share.js';
import type { Points } from './definition.js';

/** Points are used whole: as many as fit under the cap and into the room of the lines. */
export const calculation1: Calculation<Points> = {
  calculate({ fenPerPoint, maxPoints }, goods, { buyer, cap }) {
    const room = totalRoom(goods.lines, goods.prices);
    const fits = Math.floor(Math.min(room, cap ?? room) / fenPerPoint);
    const used = Math.min(buyer.points ?? 0, maxPoints ?? fits, fits);
    const facts = () => ({ fenPerPoint, points: buyer.points ?? 0, used, room });
    return used > 0 ? { gives: 'sum', amount: used * fenPerPoint, points: used, facts } : noRoom(facts);
  },
  // Points worth more than a fen leave a rest that does not follow the price, unless they all fit whatever happens.
  effect({ fenPerPoint, maxPoints = Number.POSITIVE_INFINITY }, { lines, least, most }, { buyer, cap }) {
    let floor = 0;
    for (const line of lines) floor += line.floor;
    const usedAt = (sum: Fen) => {
      const fits = Math.floor(Math.min(sum - floor, cap ?? sum) / fenPerPoint);
      return Math.min(buyer.points ?? 0, maxPoints, fits);
    };
    return fenPerPoint === 1 || usedAt(least) === usedAt(most) ? 'sum' : 'wild';
  },
};
