import { comparePositions, type Position, START, type StoredEvent } from '../../commands/eventStore.js';
import type { OrderCounts } from '../../commands/pricingView.js';
import { countedFromLog, type Log } from './factsFromLog.js';
import { added, type FollowedSince } from './followedSince.js';
import type { CountChange, LookedUp } from './pricingViews.js';
import { RecentlyUsed } from './recentlyUsed.js';

const MOST = 50_000;
const NONE: OrderCounts = { placed: 0, cancelled: 0 };

/** How many orders customers have who were asked for lately; they follow the log. */
export class NearCounts {
  readonly #counts = new RecentlyUsed<{ readonly counts: OrderCounts; readonly to: Position }>(MOST);

  constructor(
    private readonly followed: FollowedSince,
    private readonly log: Log,
    private readonly position: () => Position,
  ) {}

  clear(): void {
    this.#counts.clear();
  }

  get(customer: string): OrderCounts | undefined {
    return this.#counts.get(customer)?.counts;
  }

  follow(change: CountChange, { position }: StoredEvent): void {
    const known = this.#counts.peek(change.customer);
    if (!known || comparePositions(position, known.to) <= 0) return;
    this.#counts.set(change.customer, { counts: added(known.counts, change), to: position });
  }

  /** Takes counts from what was found; what that lacks comes from what was followed, or from the log. */
  async learn(customer: string, found: LookedUp | null): Promise<OrderCounts> {
    let counts = found?.counts.get(customer) ?? NONE;
    let asOf = found?.countedTo ?? START;
    while (!this.followed.covers(asOf)) {
      const upTo = this.position();
      counts = await countedFromLog(this.log, customer, counts, asOf, upTo);
      asOf = upTo;
    }
    counts = this.followed.countedOn(customer, counts, asOf);
    const followed = this.position();
    this.#counts.set(customer, { counts, to: comparePositions(asOf, followed) > 0 ? asOf : followed });
    return counts;
  }
}
