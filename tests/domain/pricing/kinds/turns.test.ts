import { describe, expect, test } from '@jest/globals';
import { gramsForBlocks, notYet, turnsAmong } from '../../../../src/domain/pricing/kinds/nth-item/turns.js';
import type { Line } from '../../../../src/domain/pricing/purchase.js';

/** Lays units one by one: the ones in each nth block are cheaper. */
function cheaperByCounting(units: number, nth: number, block: number): number {
  let cheaper = 0;
  for (let unit = 0; unit < units; unit++) if (Math.floor(unit / block) % nth === nth - 1) cheaper++;
  return cheaper;
}

describe('every nth', () => {
  test('is counted as if laid end to end', () => {
    for (let nth = 2; nth <= 4; nth++) {
      for (let block = 1; block <= 5; block++) {
        for (let units = 0; units <= 45; units++) {
          const { cheaper, toNext } = turnsAmong(units, nth, block);
          expect(cheaper).toBe(cheaperByCounting(units, nth, block));
          // The next one is the first of a cheaper block: it is cheaper, and so begins a run.
          const at = units + toNext - 1;
          expect(Math.floor(at / block) % nth).toBe(nth - 1);
          expect(at % block).toBe(0);
          expect(toNext).toBeGreaterThan(0);
          expect(toNext).toBeLessThanOrEqual(2 * nth * block);
        }
      }
    }
  });

  test('waits for the least weight that fills blocks: those that are nearly full first', () => {
    const lines = [700, 900, 500].map((grams) => ({ grams }) as Line);
    expect(gramsForBlocks(1, lines, 500)).toBe(100);
    expect(gramsForBlocks(2, lines, 500)).toBe(400);
    expect(gramsForBlocks(3, lines, 500)).toBe(900);
    expect(gramsForBlocks(4, lines, 500)).toBe(1400);
  });

  test('says in grams or in pieces what is missing', () => {
    expect(notYet({ grams: 5 }, () => ({}))).toMatchObject({ reason: 'weight-not-met', shortfall: { grams: 5 } });
    expect(notYet({ quantity: 2 }, () => ({}))).toMatchObject({
      reason: 'quantity-not-met',
      shortfall: { quantity: 2 },
    });
  });
});
