import { describe, expect, test } from '@jest/globals';
import { customerAllowanceId, takesOfOffer } from '../../../src/commands/allowance/takesOfOffer.js';
import type { Limits } from '../../../src/domain/pricing/limits.js';

const source = { promotion: 'p1', revision: 7 };
const taking = (limits: Limits, use = {}) => takesOfOffer('p1', 7, limits, { customer: 'c1', gave: 500, ...use });

describe('what an order has to hold for an offer', () => {
  test('without limits is nothing', () => {
    expect(taking({})).toEqual([]);
  });

  test('is a use, what it gives and the pieces at its price, in the order of the allowances', () => {
    expect(taking({ stock: 50, maxUses: 10, budget: 9_000 }, { quantity: 3 })).toEqual([
      { allowance: 'p1.uses', amount: 1, terms: { unit: 'uses', total: 10, source } },
      { allowance: 'p1.stock', amount: 3, terms: { unit: 'stock', total: 50, source } },
      { allowance: 'p1.budget', amount: 500, terms: { unit: 'money', total: 9_000, source } },
    ]);
  });

  test('has no part of nothing', () => {
    expect(taking({ budget: 9_000, stock: 5 }, { gave: 0 })).toEqual([]);
  });

  test('has the limits of a customer with the shared uses', () => {
    const perCustomerDay = { uses: 1, zone: 'Asia/Shanghai' };
    expect(taking({ maxUses: 10, perCustomer: 2, perCustomerDay })).toEqual([
      { allowance: 'p1.uses', amount: 1, terms: { unit: 'uses', total: 10, perCustomer: 2, perCustomerDay, source } },
    ]);
  });

  test('has an allowance of the customer alone where uses are not shared', () => {
    expect(taking({ perCustomer: 1, budget: 9_000 }).map(({ allowance, amount }) => [allowance, amount])).toEqual([
      ['p1.budget', 500],
      [customerAllowanceId('p1', 'c1'), 1],
    ]);
    expect(customerAllowanceId('p1', 'c1')).toMatch(/^by\.[0-9a-f]{32}$/);
    expect(customerAllowanceId('p1', 'c2')).not.toBe(customerAllowanceId('p1', 'c1'));
    expect(customerAllowanceId('p', '1c1')).not.toBe(customerAllowanceId('p1', 'c1'));
  });

  test('takes a customer where each has a limit', () => {
    expect(() => taking({ perCustomer: 1 }, { customer: undefined })).toThrow(
      expect.objectContaining({ code: 'CUSTOMER_NEEDED' }),
    );
  });
});
