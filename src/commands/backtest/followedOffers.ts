import {
  compiledOffers,
  type OfferInForce,
  type OffersInForce,
  type RuleVersion,
  withChanged,
} from '../offersInForce.js';

/**
 * The offers of one quote after another, compiled once for all of them. A quote records the offers that touched its
 * basket, not those in force: so this keeps those that quotes have recorded, at the revision recorded last. Whoever
 * prices with them sees whether one touches that the quote does not know, because it was not in force then; forgets it
 * here, and prices again.
 */
export class FollowedOffers {
  #offers: OffersInForce = compiledOffers([]);

  /** Offers among which those given are; of the others, those that touch a basket were not in force. */
  readonly compiled = (given: readonly OfferInForce[], ruleVersion: RuleVersion = () => 0): OffersInForce => {
    for (const offer of given) {
      if (!this.#has(offer, ruleVersion(offer.terms.kind))) {
        this.#offers = withChanged(this.#offers, offer.id, offer, ruleVersion);
      }
    }
    return this.#offers;
  };

  /** Lets go of offers that were not in force. */
  forget(ids: Iterable<string>): void {
    for (const id of ids) this.#offers = withChanged(this.#offers, id, undefined);
  }

  #has({ id, terms }: OfferInForce, ruleVersion: number): boolean {
    const { byId, index } = this.#offers;
    return byId.get(id)?.terms === terms && index.byId.get(id)!.offer.ruleVersion === ruleVersion;
  }
}
