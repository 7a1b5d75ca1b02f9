import type { Calculation } from '../../calculation.js';
import { noRoom } from '../../nothing.js';
import type { FreeShipping } from './definition.js';

/** What is left of the delivery fee. */
export const calculation1: Calculation<FreeShipping> = {
  calculate(_benefit, _goods, { delivery }) {
    const facts = () => ({ base: delivery });
    return delivery > 0 ? { gives: 'delivery', amount: delivery, facts } : noRoom(facts);
  },
};
