import type { EventStore } from '../../commands/eventStore.js';
import type { Machine } from '../../commands/ports.js';
import { AnalyticsFeed } from '../../projections/analytics/analyticsFeed.js';
import type { AnalyticsStore } from '../../projections/analytics/analyticsStore.js';
import type { Followers } from './followers.js';

/** Hours and days of the shops are those of China. */
const SHOP_ZONE = 'Asia/Shanghai';

/** Keeps the sums up to date, beside all that callers wait for. */
export function followAnalytics(
  followers: Followers,
  store: EventStore,
  sums: AnalyticsStore,
  { localTimeIn }: Machine,
): void {
  const feed = new AnalyticsFeed(store, sums, (instant) => localTimeIn(SHOP_ZONE, instant));
  followers.followBeside('analytics', (signal, alive) => feed.run(signal, alive));
}
