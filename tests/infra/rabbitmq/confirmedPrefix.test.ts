import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ConfirmedPrefix } from '../../../src/infra/rabbitmq/confirmedPrefix.js';

describe('what is confirmed without a gap', () => {
  test('moves only when the first one waiting is confirmed', () => {
    const prefix = new ConfirmedPrefix('10');
    const [first, second] = [prefix.send('11', 1), prefix.send('12', 2)];
    second();
    expect([prefix.position, prefix.waiting, prefix.waitingSince]).toEqual(['10', 2, 1]);
    first();
    expect([prefix.position, prefix.waiting, prefix.waitingSince]).toEqual(['12', 0, null]);
  });

  test('is the longest run of confirmed ones, in whatever order they come', () => {
    const order = fc
      .nat({ max: 60 })
      .chain((count) => fc.shuffledSubarray([...Array(count).keys()]).map((confirmed) => ({ count, confirmed })));
    fc.assert(
      fc.property(order, ({ count, confirmed }) => {
        const prefix = new ConfirmedPrefix('0');
        const confirms = Array.from({ length: count }, (_, n) => prefix.send(String(n + 1), n));
        const done = new Set<number>();
        for (const n of confirmed) {
          confirms[n]!();
          done.add(n);
          let run = 0;
          while (done.has(run)) run++;
          expect(prefix.position).toBe(String(run));
          expect(prefix.waiting).toBe(count - run);
          expect(prefix.waitingSince).toBe(run < count ? run : null);
        }
      }),
    );
  });
});
