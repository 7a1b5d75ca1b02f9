import { Container, type ServiceIdentifier } from 'inversify';
import type { EventStore } from '../../commands/eventStore.js';
import { GroupCommit } from '../../commands/groupCommit.js';
import type { Machine } from '../../commands/ports.js';
import type { TermsRules } from '../../commands/promotion/describePromotion.js';
import { termsRules } from '../../commands/promotion/termsRules.js';
import type { AnalyticsStore } from '../../projections/analytics/analyticsStore.js';
import type { EventBus } from '../../projections/eventBus.js';
import type { FollowedPricingView } from '../../projections/pricing/followedPricingView.js';
import { InMemoryPricingView } from '../../projections/pricing/inMemoryPricingView.js';
import { SharedPricingView } from '../../projections/pricing/sharedPricingView.js';
import type { Search } from '../../projections/search/search.js';
import type { ViewStore } from '../../projections/viewStore.js';
import { InProcessBus } from '../memory/inProcessBus.js';
import { SqlAnalytics } from '../sql/sqlAnalytics.js';
import { SqlSearch } from '../sql/sqlSearch.js';
import { SqlViewStore } from '../sql/sqlViewStore.js';
import { systemMachine } from '../system/machine.js';
import { isZone, localTimeIn } from '../zones/localTimes.js';
import { allowancesOf } from './allowancesOf.js';
import type { Backends } from './backends.js';
import type { RedisParts } from './redisParts.js';

/** What can be asked of the container. */
export const PART = {
  machine: Symbol('machine') as ServiceIdentifier<Machine>,
  store: Symbol('event store') as ServiceIdentifier<EventStore>,
  commits: Symbol('group commit') as ServiceIdentifier<GroupCommit>,
  bus: Symbol('bus') as ServiceIdentifier<EventBus>,
  views: Symbol('view store') as ServiceIdentifier<ViewStore>,
  pricing: Symbol('pricing view') as ServiceIdentifier<FollowedPricingView>,
  search: Symbol('search') as ServiceIdentifier<Search>,
  analytics: Symbol('analytics') as ServiceIdentifier<AnalyticsStore>,
  terms: Symbol('terms rules') as ServiceIdentifier<TermsRules>,
};

/** Which implementation runs, on the log, the tables and the shared pricing views that were opened. */
export function bindings({ store, driver }: Backends, redis: RedisParts | null = null): Container {
  const container = new Container({ defaultScope: 'Singleton' });
  container.bind(PART.machine).toConstantValue(systemMachine(localTimeIn));
  container.bind(PART.store).toConstantValue(store);
  container
    .bind(PART.commits)
    .toDynamicValue((of) => new GroupCommit({ store: of.get(PART.store), machine: of.get(PART.machine) }));
  container.bind(PART.bus).toDynamicValue((of) => new InProcessBus(of.get(PART.store)));
  container.bind(PART.views).toDynamicValue(() => new SqlViewStore(driver));
  container.bind(PART.analytics).toDynamicValue(() => new SqlAnalytics(driver));
  container.bind(PART.search).toDynamicValue(() => new SqlSearch(driver));
  container
    .bind(PART.pricing)
    .toDynamicValue((of) => pricingView(of.get(PART.bus), of.get(PART.store), of.get(PART.views), redis));
  container.bind(PART.terms).toDynamicValue(() => termsRules(isZone));
  return container;
}

function pricingView(
  bus: EventBus,
  store: EventStore,
  tables: ViewStore,
  redis: RedisParts | null,
): FollowedPricingView {
  if (!redis) return new InMemoryPricingView(bus, allowancesOf(store));
  return new SharedPricingView(bus, store, redis.views, tables, allowancesOf(store));
}
