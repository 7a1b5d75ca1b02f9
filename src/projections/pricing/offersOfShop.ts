import { compiledOffers, type OfferInForce, type OffersInForce, withChanged } from '../../commands/offersInForce.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { type Promotion, statusOf, termsInForce } from '../../domain/promotion/state.js';
import type { Row } from '../projection.js';

/** More changes than this since the last snapshot are compiled all at once. */
const CHANGES_ONE_BY_ONE = 8;

interface Snapshot extends OffersInForce {
  /** It holds from the last instant at which a fact took effect … */
  readonly since: Instant;
  /** … until the next at which one will; null: none is announced. */
  readonly until: Instant | null;
}

/** The offers of one shop: promotions that were ever published, compiled for the instants they are asked for. */
export class OffersOfShop {
  private readonly promotions = new Map<string, Row<Promotion>>();
  private readonly changed = new Set<string>();
  private snapshot: Snapshot | null = null;

  put(row: Row<Promotion>): void {
    if (!row.document.status.some(({ value }) => value === 'published')) return;
    this.promotions.set(row.id, row);
    this.changed.add(row.id);
  }

  /** What is in force at an instant: the snapshot at hand if it holds then, swapped whole when it does not. */
  at(at: Instant): OffersInForce {
    const { snapshot } = this;
    const holds = snapshot && at >= snapshot.since && (snapshot.until === null || at < snapshot.until);
    if (holds && this.changed.size === 0) return snapshot;
    const offers =
      holds && this.changed.size <= CHANGES_ONE_BY_ONE
        ? [...this.changed].reduce<OffersInForce>((now, id) => withChanged(now, id, this.inForce(id, at)), snapshot)
        : compiledOffers([...this.promotions.keys()].flatMap((id) => this.inForce(id, at) ?? []));
    this.changed.clear();
    this.snapshot = { ...offers, ...this.horizon(at) };
    return this.snapshot;
  }

  private inForce(id: string, at: Instant): OfferInForce | undefined {
    const { revision, document } = this.promotions.get(id)!;
    // A stop acts at once, also where a clock that ran ahead recorded it for a time to come.
    if (statusOf(document) !== 'published') return undefined;
    const terms = termsInForce(document, at);
    return terms && { id, revision, terms };
  }

  private horizon(at: Instant): Pick<Snapshot, 'since' | 'until'> {
    let since: Instant = '';
    let until: Instant | null = null;
    for (const { document } of this.promotions.values()) {
      for (const timeline of [document.status, document.terms]) {
        for (const { from } of timeline) {
          if (from <= at) since = from > since ? from : since;
          else if (until === null || from < until) until = from;
        }
      }
    }
    return { since, until };
  }
}
