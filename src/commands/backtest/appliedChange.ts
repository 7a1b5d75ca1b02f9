import type { QuoteGiven } from '../../domain/quote/events.js';
import { type OffersInForce, withChanged } from '../offersInForce.js';
import type { Machine } from '../ports.js';
import type { QuoteSources } from '../quote/reckonQuote.js';
import type { Change } from './change.js';

/** A change, applied to what one past order after another was priced from. */
export class AppliedChange {
  /** Offers with the change, by those without: orders share them. */
  readonly #changed = new WeakMap<OffersInForce, OffersInForce>();
  readonly tested: ReadonlySet<string>;

  constructor(
    private readonly change: Change,
    private readonly machine: Pick<Machine, 'localTimeIn'>,
  ) {
    this.tested = new Set(change.added.map(({ id }) => id));
  }

  sources(was: QuoteSources, { at, facts }: QuoteGiven): QuoteSources {
    return {
      ...was,
      offers: this.#offers(was.offers),
      policies: { ...was.policies, ...this.change.policies },
      localTimeIn: (zone) => facts.local[zone] ?? this.machine.localTimeIn(zone, at),
      // What it would need of its limits is what is asked.
      remaining: (offer) => (this.tested.has(offer.id) ? undefined : was.remaining(offer)),
    };
  }

  #offers(was: OffersInForce): OffersInForce {
    const known = this.#changed.get(was);
    if (known) return known;
    const left = [...this.change.without].reduce((offers, id) => withChanged(offers, id, undefined), was);
    const would = this.change.added.reduce((offers, offer) => withChanged(offers, offer.id, offer), left);
    this.#changed.set(was, would);
    return would;
  }
}
