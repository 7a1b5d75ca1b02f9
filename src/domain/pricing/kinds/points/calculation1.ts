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
};
