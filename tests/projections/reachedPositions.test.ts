import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ReachedPositions } from '../../src/projections/reachedPositions.js';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  expect(jest.getTimerCount()).toBe(0);
  jest.useRealTimers();
});

/** Whether a promise is fulfilled, rejected with a code, or still waiting. */
async function stateOf(promise: Promise<void>): Promise<string> {
  const settled = promise.then(
    () => 'reached',
    ({ code }) => code as string,
  );
  return Promise.race([
    settled,
    Promise.resolve()
      .then(() => Promise.resolve())
      .then(() => 'waits'),
  ]);
}

describe('a reader that wants a position', () => {
  test('does not wait for one that is reached', async () => {
    const positions = new ReachedPositions();
    positions.moveTo('10');
    expect(await stateOf(positions.reached('9'))).toBe('reached');
    expect(await stateOf(positions.reached('10'))).toBe('reached');
  });

  test('waits until it is reached or passed', async () => {
    const positions = new ReachedPositions();
    positions.moveTo('9');
    const reader = positions.reached('10');
    const patient = positions.reached('100');
    expect(await stateOf(reader)).toBe('waits');
    positions.moveTo('11');
    expect([await stateOf(reader), await stateOf(patient)]).toEqual(['reached', 'waits']);
    positions.moveTo('100');
    expect(await stateOf(patient)).toBe('reached');
  });

  test('is told after two seconds where the view is', async () => {
    const positions = new ReachedPositions();
    positions.moveTo('9');
    const reader = positions.reached('10');
    jest.advanceTimersByTime(1_999);
    expect(await stateOf(reader)).toBe('waits');
    jest.advanceTimersByTime(1);
    await expect(reader).rejects.toMatchObject({ code: 'VIEW_BEHIND', facts: { position: '9', minPosition: '10' } });
  });

  test('is not kept in memory once it gave up', async () => {
    const positions = new ReachedPositions();
    const reader = positions.reached('1');
    jest.advanceTimersByTime(2_000);
    await expect(reader).rejects.toThrow();
    expect(() => positions.moveTo('1')).not.toThrow();
    expect(positions.current()).toBe('1');
  });
});
