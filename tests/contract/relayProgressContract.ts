import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Instant } from '../../src/domain/kernel/instant.js';
import { plusMillis } from '../../src/domain/kernel/instant.js';
import type { RelayProgress } from '../../src/projections/relayProgress.js';

/** What keeps the relay's progress, as tests of one adapter. `open` makes an empty one that reads the clock it is given. */
export function relayProgressContract(name: string, open: (now: () => Instant) => Promise<RelayProgress>): void {
  describe(`${name} as the relay's progress`, () => {
    let progress: RelayProgress;
    let now: Instant;

    beforeEach(async () => {
      now = '2026-11-22T12:00:00.000Z';
      progress = await open(() => now);
    });

    test('has no position before there was a relay', async () => {
      expect(await progress.position()).toBeNull();
    });

    test('keeps the position the leader moved it to', async () => {
      expect(await progress.lead('a', 1_000)).toBe(true);
      expect(await progress.move('a', '17')).toBe(true);
      expect(await progress.position()).toBe('17');
    });

    test('leaves the lead to one alone, who may prolong it', async () => {
      await progress.lead('a', 1_000);
      expect(await progress.lead('b', 1_000)).toBe(false);
      now = plusMillis(now, 900);
      expect(await progress.lead('a', 1_000)).toBe(true);
      now = plusMillis(now, 900);
      expect(await progress.lead('b', 1_000)).toBe(false);
    });

    test('gives the lead to another when the time is over, and the first moves nothing any more', async () => {
      await progress.lead('a', 1_000);
      await progress.move('a', '17');
      now = plusMillis(now, 1_001);
      expect(await progress.lead('b', 1_000)).toBe(true);
      expect(await progress.move('a', '20')).toBe(false);
      expect(await progress.position()).toBe('17');
    });

    test('is free at once when the leader leaves, and only then', async () => {
      await progress.lead('a', 1_000);
      await progress.leave('b');
      expect(await progress.lead('b', 1_000)).toBe(false);
      await progress.leave('a');
      expect(await progress.lead('b', 1_000)).toBe(true);
    });

    test('gives the lead to one of many who ask at once', async () => {
      const asked = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((holder) => progress.lead(holder, 1_000)));
      expect(asked.filter(Boolean)).toHaveLength(1);
    });
  });
}
