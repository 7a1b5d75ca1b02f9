import type { Calculation } from '../../calculation.js';
import type { UnitLadder } from './definition.js';

/** The first piece of each line, and each further one, up to `maxUnits` a line. */
export const calculation1: Calculation<UnitLadder> = {
  calculate({ firstOff, furtherOff, maxUnits }, goods) {
    const amounts = goods.lines.map((line) => {
      const pieces = Math.min(line.pieces, maxUnits ?? line.pieces);
      return pieces === 0 ? 0 : firstOff + (pieces - 1) * furtherOff;
    });
    return {
      gives: 'parts',
      lines: goods.lines,
      amounts,
      facts: () => ({ firstOff, furtherOff, ...(maxUnits !== undefined && { maxUnits }) }),
    };
  },
};
