import { describe, expect, test } from '@jest/globals';
import { compareGoldenCase } from '../../../src/infra/golden/compareGoldenCase.js';
import type { GoldenCase, GoldenResource, GoldenStep } from '../../../src/infra/golden/goldenCase.js';

type Given = Partial<Pick<GoldenCase, 'policy' | 'quote'>>;
const differencesOf = (
  resource: Omit<GoldenResource, 'id'>,
  steps: readonly Omit<GoldenStep, 'resource'>[],
  given: Given = {},
) =>
  compareGoldenCase({
    id: 'T1',
    title: 'tried',
    kind: 'limit',
    resources: [{ id: 'p1', ...resource }],
    steps: steps.map((step) => ({ resource: 'p1', ...step })),
    ...given,
  }).map(({ what, got }) => [what, got]);

describe('a limit case', () => {
  test('that expects something else says what and at which step', () => {
    const wrong = { outcome: 'accepted', reason: 'out-of-stock', remaining: 7 };
    expect(
      differencesOf({ unit: 'uses', limit: 1 }, [
        { op: 'reserve', order: 'o1' },
        { op: 'reserve', order: 'o2', expect: wrong },
      ]),
    ).toEqual([
      ['reserve 2: outcome', 'refused'],
      ['reserve 2: reason', 'limit-reached'],
      ['reserve 2: remaining', 0],
    ]);
  });

  test('ends holds exactly when their time is over', () => {
    const at = (seconds: number) => new Date(Date.UTC(2026, 10, 22, 12, 0, seconds)).toISOString();
    expect(
      differencesOf({ unit: 'stock', limit: 1, ttlSeconds: 60 }, [
        { op: 'reserve', order: 'o1', at: at(0), expect: { remaining: 0 } },
        { op: 'reserve', order: 'o2', at: at(59), expect: { outcome: 'refused', reason: 'out-of-stock' } },
        {
          op: 'confirm',
          order: 'o1',
          at: at(60),
          expect: { outcome: 'refused', reason: 'no-reservation', remaining: 1 },
        },
        { op: 'reserve', order: 'o2', at: at(60), expect: { outcome: 'accepted', remaining: 0 } },
      ]),
    ).toEqual([]);
  });

  test('prices an order without the promotion that is used up', () => {
    const quote = {
      lines: [{ id: 'a', sku: 'A', unitPrice: 1_000, quantity: 1 }],
      promotions: [
        { id: 'p1', kind: 'fixed-amount', benefit: { amountOff: 300 } },
        { id: 'p2', kind: 'fixed-amount', benefit: { amountOff: 100 } },
      ],
    } as unknown as GoldenCase;
    const steps = [
      { op: 'reserve', order: 'o1', expect: { payable: 600 } },
      { op: 'reserve', order: 'o2', expect: { payable: 900 } },
    ] as const;
    expect(differencesOf({ unit: 'uses', limit: 1 }, steps, { quote })).toEqual([]);
  });

  test('counts attempts of one order as one', () => {
    const expect_ = { accepted: 5, refused: 0, remaining: 0 };
    expect(
      differencesOf({ unit: 'uses', limit: 1 }, [{ op: 'reserve', order: 'o1', concurrent: 5, expect: expect_ }]),
    ).toEqual([]);
  });
});
