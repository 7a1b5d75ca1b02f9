import type { EventStore } from '../../commands/eventStore.js';
import type { EventBus } from '../../projections/eventBus.js';
import type { FollowedPricingView } from '../../projections/pricing/followedPricingView.js';
import { PricingKeeper } from '../../projections/pricing/pricingKeeper.js';
import type { PricingProcess } from '../../projections/pricing/rollCall.js';
import { SharedPricingView } from '../../projections/pricing/sharedPricingView.js';
import type { Adapters } from './adapterChoices.js';
import type { Followers } from './followers.js';
import type { RedisParts } from './redisParts.js';
import type { ProcessRole } from './roles.js';
import { type SharedState, watchShared } from './watchShared.js';

interface Pricing {
  /** Of this process, among all. */
  readonly id: string;
  readonly adapters: Adapters;
  readonly redis: RedisParts | null;
  readonly view: FollowedPricingView;
  readonly store: EventStore;
  readonly bus: EventBus;
  readonly roles: ReadonlySet<ProcessRole>;
}

/** What a process knows of pricing views that it shares with others, and of those others. */
export interface SharedPricing {
  readonly follow: (followers: Followers, prices: boolean) => void;
  /** Null: nothing is shared, or it was never seen. */
  readonly state: () => SharedState | null;
  /** Answers of lookups by where they came from. */
  readonly answers: () => ReadonlyMap<string, number>;
  /** Every process that reckons prices; null: this one cannot know. */
  readonly rollCall: () => Promise<readonly PricingProcess[] | null>;
}

/** Keeps the shared views where this process has that role, and watches them where it prices. */
export function sharedPricing({ adapters, redis, view, store, bus, roles, id }: Pricing): SharedPricing {
  let state: SharedState | null = null;
  const self = () => [{ id, position: view.position(), rules: view.rulesVersion(), silentMillis: 0 }];
  // A log in a folder or in memory has no other process.
  const isAlone = adapters.eventStore === 'sqlite' || adapters.eventStore === 'memory';
  return {
    follow: (followers, prices) => {
      if (!redis) return;
      const { views, rollCall } = redis;
      if (roles.has('projector')) {
        const keeper = new PricingKeeper(bus, views, () => store.head(), id);
        followers.followBeside('pricing views kept', (signal, alive) => keeper.run(signal, alive));
      }
      if (prices && view instanceof SharedPricingView) {
        const onSeen = (seen: SharedState) => {
          state = seen;
        };
        followers.followBeside('pricing views', watchShared({ id, view, views, rollCall, onSeen }));
      }
    },
    state: () => state,
    answers: () => (view instanceof SharedPricingView ? view.near.answers : new Map()),
    rollCall: async () => (redis ? redis.rollCall.all() : isAlone ? self() : null),
  };
}
