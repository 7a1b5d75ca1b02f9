import { expect, test } from '@jest/globals';
import { localTimeIn } from '../../src/infra/zones/localTimes.js';
import { AnalyticsFeed } from '../../src/projections/analytics/analyticsFeed.js';
import { at, EVENING, ordered, quoted, readable, soldLog } from '../projections/analytics/soldLog.js';
import { PostgresTrialTables } from '../projections/postgresTrialTables.js';
import { SqliteTrialTables } from '../projections/trialTables.js';
import { describeServer } from '../servers/describeServer.js';

describeServer('postgres', 'analytics on a real PostgreSQL', (url) => {
  test('are the same to the byte as on SQLite, also when two follow the same log', async () => {
    const store = readable(soldLog(at(EVENING, quoted('q1'), quoted('q2'), ...ordered('o1', 'q1'))));
    const [postgres, sqlite] = [await PostgresTrialTables.open(url), new SqliteTrialTables()];
    const clock = (instant: string) => localTimeIn('Asia/Shanghai', instant);
    try {
      for (const { analytics } of [postgres, sqlite]) {
        await analytics.open(() => store.head());
        const feeds = [1, 2].map(() => new AnalyticsFeed(store, analytics, clock));
        await Promise.all(feeds.map((feed) => feed.catchUp()));
      }
      const dumped = await postgres.analytics.dump();
      expect(dumped.length).toBeGreaterThan(5);
      expect(dumped).toEqual(await sqlite.analytics.dump());
      const asked = { shop: 'demo', by: 'sku', per: 'day', limit: 9 } as const;
      expect(await postgres.analytics.find(asked)).toEqual(await sqlite.analytics.find(asked));
    } finally {
      await postgres.close();
      await sqlite.close();
    }
  });
});
