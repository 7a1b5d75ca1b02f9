import type { Calculation } from '../../calculation.js';
import type { FixedAmount } from './definition.js';

/** An amount off: once over all lines, from each line, or from each piece. */
export const calculation1: Calculation<FixedAmount> = {
  calculate({ amountOff, maxUnits }, goods, { level }) {
    if (level === 'order') return { gives: 'sum', amount: amountOff, facts: () => ({ amountOff }) };
    const { lines } = goods;
    const amounts = lines.map((line) =>
      level === 'line' ? amountOff : amountOff * Math.min(line.pieces, maxUnits ?? line.pieces),
    );
    return {
      gives: 'parts',
      lines,
      amounts,
      facts: () => ({ amountOff, level, ...(maxUnits !== undefined && { maxUnits }) }),
    };
  },
};
