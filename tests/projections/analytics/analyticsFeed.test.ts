import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { StoredEvent } from '../../../src/commands/eventStore.js';
import { localTimeIn } from '../../../src/infra/zones/localTimes.js';
import { AnalyticsFeed } from '../../../src/projections/analytics/analyticsFeed.js';
import type { AnalyticsQuery } from '../../../src/projections/analytics/analyticsStore.js';
import { SqliteTrialTables } from '../trialTables.js';
import {
  AFTER_MIDNIGHT,
  at,
  BEFORE_MIDNIGHT,
  cancelled,
  EVENING,
  MEMBER,
  ordered,
  paid,
  quoted,
  readable,
  soldLog,
} from './soldLog.js';

const tables = new SqliteTrialTables();
beforeEach(() => tables.analytics.reset());
afterAll(() => tables.close());

const clock = (instant: string) => localTimeIn('Asia/Shanghai', instant);
const feedOf = (log: readonly StoredEvent[]) => new AnalyticsFeed(readable(log), tables.analytics, clock);

function given(log: readonly StoredEvent[]) {
  return {
    /** Rows without what is 0. */
    when: async (asked: Partial<AnalyticsQuery>) => {
      await feedOf(log).catchUp();
      const tallies = await tables.analytics.find({ shop: 'demo', by: 'promotion', per: 'day', limit: 100, ...asked });
      return tallies.map(({ period, subject, sums }) => ({
        period,
        subject,
        ...Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0)),
      }));
    },
  };
}

const ONE_OF_EACH = soldLog(
  at(EVENING, ...MEMBER, quoted('q1', 'c1'), quoted('q2'), ...ordered('o1', 'q1'), ...ordered('o2', 'q2')),
  at(BEFORE_MIDNIGHT, paid('o1')),
  at(AFTER_MIDNIGHT, cancelled('o2')),
);

describe('analytics', () => {
  test('tell of each promotion what it gave, on what, and how often', async () => {
    expect(await given(ONE_OF_EACH).when({ by: 'promotion' })).toEqual([
      { period: '2026-11-22', subject: 'free_delivery', placed: 2, paid: 1, discount: 600 },
      {
        period: '2026-11-22',
        subject: 'spend',
        quotes: 2,
        placed: 2,
        paid: 1,
        list: 5_120,
        discount: 1_000,
        pay: 4_120,
        grams: 2_000,
      },
      { period: '2026-11-23', subject: 'free_delivery', cancelled: 1 },
      { period: '2026-11-23', subject: 'spend', cancelled: 1 },
    ]);
  });

  test('tell of each SKU what was bought; what was not selected counts nowhere', async () => {
    expect(await given(ONE_OF_EACH).when({ by: 'sku', to: '2026-11-23' })).toEqual([
      {
        period: '2026-11-22',
        subject: 'fuji',
        quotes: 2,
        placed: 2,
        paid: 1,
        list: 5_120,
        discount: 1_000,
        pay: 4_120,
        grams: 2_000,
      },
      { period: '2026-11-22', subject: 'kiwi', quotes: 2, placed: 2, paid: 1, list: 1_800, pay: 1_800, pieces: 6 },
    ]);
  });

  test('tell of each tier as it was at the quote, guests apart', async () => {
    const whole = { list: 3_460, discount: 800, pay: 2_960, pieces: 3, grams: 1_000 };
    expect(await given(ONE_OF_EACH).when({ by: 'tier' })).toEqual([
      { period: '2026-11-22', subject: '', quotes: 1, placed: 1, ...whole },
      { period: '2026-11-22', subject: 'gold', quotes: 1, placed: 1, paid: 1, ...whole },
      { period: '2026-11-23', subject: '', cancelled: 1 },
    ]);
  });

  test('tell of each channel by the hour, on the clock of the shop', async () => {
    expect(await given(ONE_OF_EACH).when({ by: 'channel', per: 'hour' })).toEqual([
      expect.objectContaining({ period: '2026-11-22T18', subject: 'mini-program', quotes: 2, placed: 2, pay: 5_920 }),
      { period: '2026-11-22T23', subject: 'mini-program', paid: 1 },
      { period: '2026-11-23T00', subject: 'mini-program', cancelled: 1 },
    ]);
  });

  test('keep to days, the last not included, and go on after a place', async () => {
    expect(await given(ONE_OF_EACH).when({ by: 'promotion', from: '2026-11-23' })).toHaveLength(2);
    expect(await given(ONE_OF_EACH).when({ by: 'channel', per: 'hour', to: '2026-11-23' })).toHaveLength(2);
    const after = { period: '2026-11-22', subject: 'spend' };
    expect((await given(ONE_OF_EACH).when({ after }))[0]).toMatchObject({ period: '2026-11-23' });
    expect(await given(ONE_OF_EACH).when({ shop: 'other' })).toEqual([]);
  });

  test('are the same to the byte wherever the log is cut, and made anew', async () => {
    await feedOf(ONE_OF_EACH).catchUp();
    const whole = await tables.analytics.dump();
    expect(whole.length).toBeGreaterThan(10);
    for (let cut = 1; cut < ONE_OF_EACH.length; cut++) {
      await tables.analytics.reset();
      await feedOf(ONE_OF_EACH.slice(0, cut)).catchUp();
      await feedOf(ONE_OF_EACH).catchUp();
      expect(await tables.analytics.dump()).toEqual(whole);
    }
  });

  test('count nothing twice when two follow the same log', async () => {
    await Promise.all([feedOf(ONE_OF_EACH).catchUp(), feedOf(ONE_OF_EACH).catchUp()]);
    const together = await tables.analytics.dump();
    await tables.analytics.reset();
    await feedOf(ONE_OF_EACH).catchUp();
    expect(together).toEqual(await tables.analytics.dump());
  });

  test('put aside the stream of an event that cannot be counted, and go on', async () => {
    const log = soldLog(at(EVENING, ...ordered('o9', 'gone'), paid('o9'), quoted('q1')));
    expect(await given(log).when({ by: 'channel' })).toEqual([
      { period: '2026-11-22', subject: 'mini-program', quotes: 1 },
    ]);
    const { position, parked } = await tables.analytics.checkpoint();
    expect([position, parked.map(({ stream, type }) => [stream, type])]).toEqual([
      '4',
      [['order-demo.o9', 'order-placed']],
    ]);
  });

  test('are emptied when they are ahead of the log, and kept when they are not', async () => {
    await feedOf(ONE_OF_EACH).catchUp();
    await tables.analytics.open(async () => ONE_OF_EACH.at(-1)!.position);
    expect((await tables.analytics.dump()).length).toBeGreaterThan(0);
    await tables.analytics.open(async () => '3');
    expect(await tables.analytics.dump()).toEqual([]);
  });
});
