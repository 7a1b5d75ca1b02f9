import { describe, expect, test } from '@jest/globals';
import { isLost } from '../../../src/infra/postgres/lostConnection.js';
import { Patience } from '../../../src/infra/postgres/patience.js';

const failing = (code?: string) => Object.assign(new Error(code ?? 'Connection terminated unexpectedly'), { code });

/** A call that fails so many times and then succeeds. */
function call(failures: number, error: Error = failing('ECONNRESET')) {
  const made = { times: 0 };
  const work = async () => {
    if (made.times++ < failures) throw error;
    return 'done';
  };
  return { made, work };
}

describe('a call that fails with its connection', () => {
  test('is made again and nobody notices', async () => {
    const { made, work } = call(3);
    expect(await new Patience().call(work)).toBe('done');
    expect(made.times).toBe(4);
  });

  test('is given up after a few times; then others fail at once, until one succeeds', async () => {
    const patience = new Patience();
    const first = call(99);
    await expect(patience.call(first.work)).rejects.toThrow('ECONNRESET');
    expect(first.made.times).toBe(5);
    const second = call(99);
    await expect(patience.call(second.work)).rejects.toThrow('ECONNRESET');
    expect(second.made.times).toBe(1);
    expect(await patience.call(call(0).work)).toBe('done');
    expect(await patience.call(call(1).work)).toBe('done');
  });

  test.each([['42P01'], ['23505'], ['22P02']])('but not one that PostgreSQL refuses with %s', async (code) => {
    const { made, work } = call(1, failing(code));
    await expect(new Patience().call(work)).rejects.toThrow(code);
    expect(made.times).toBe(1);
  });
});

test.each([
  [failing(), true],
  [failing('ECONNREFUSED'), true],
  [failing('08006'), true],
  [failing('57P01'), true],
  [failing('40P01'), true],
  [failing('28P01'), false],
  [new RangeError('no integer'), false],
])('%s counts as lost: %p', (error, lost) => {
  expect(isLost(error)).toBe(lost);
});
