import { expect, test } from '@jest/globals';
import { limitFaults } from '../../../../src/domain/pricing/unitPriceOffer.js';

test.each([
  [{ price: 100 }, []],
  [{ price: 100, limit: { quantity: 3 } }, []],
  [{ price: 100, limit: { grams: 500 } }, []],
  [{ price: 100, limit: {} }, ['QUANTITY_OR_GRAMS']],
  [{ price: 100, limit: { quantity: 3, grams: 500 } }, ['QUANTITY_OR_GRAMS']],
])('a limit names either a quantity or grams: %o', (benefit, codes) => {
  const faults = limitFaults(benefit);
  expect(faults.map(({ code }) => code)).toEqual(codes);
  for (const fault of faults) expect(fault).toMatchObject({ pointer: '/benefit/limit', message: expect.any(String) });
});
