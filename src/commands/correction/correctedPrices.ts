import { own } from '../../domain/kernel/own.js';
import { ruleVersionOf } from '../../domain/pricing/kinds/registry.js';
import { termsInForce } from '../../domain/promotion/state.js';
import type { QuoteGiven } from '../../domain/quote/events.js';
import { newShop, policiesAt } from '../../domain/shop/state.js';
import { compiledOffers, type OfferInForce, type OffersInForce } from '../offersInForce.js';
import type { Machine } from '../ports.js';
import type { PricingView } from '../pricingView.js';
import { type PricedRequest, pricedRequest, type QuoteSources } from '../quote/reckonQuote.js';

export interface CorrectedDeps {
  readonly view: PricingView;
  readonly machine: Pick<Machine, 'localTimeIn'>;
}

/**
 * Prices quotes again with what is known now of the instant they were given at: prices, floors, tiers, terms and policies
 * that hold then. Rule versions, counted orders and what was left of limited offers are as the quote recorded them; an
 * offer that it did not meet counts as not taken yet.
 */
export class CorrectedPrices {
  #key = '';
  #offers: OffersInForce = compiledOffers([]);

  constructor(
    private readonly deps: CorrectedDeps,
    private readonly shop: string,
  ) {}

  /** @throws Rejection BASKET_INVALID, CUSTOMER_UNKNOWN when it could not have been priced. */
  async priced(given: QuoteGiven): Promise<PricedRequest> {
    const { at, request } = given;
    const needed = { customer: request.customer, skus: request.lines.map(({ sku }) => sku) };
    const view = await this.deps.view.prepared(this.shop, needed, at);
    return pricedRequest(request, this.#sources(given, view), at);
  }

  #sources(given: QuoteGiven, view: PricingView): QuoteSources {
    const { machine } = this.deps;
    const { at, facts } = given;
    return {
      offers: this.#offersAt(given, view),
      product: (sku) => view.product(this.shop, sku),
      customer: (id) => view.customer(this.shop, id),
      policies: policiesAt(view.shop(this.shop)?.state ?? newShop, at),
      localTimeIn: (zone) => own(facts.local, zone) ?? machine.localTimeIn(zone, at),
      orders: () => facts.orders,
      remaining: ({ id }) => facts.remaining && own(facts.remaining, id),
    };
  }

  /** Compiled again only where other terms hold, or other rules were recorded, than for the quote before. */
  #offersAt({ at, facts }: QuoteGiven, view: PricingView): OffersInForce {
    const offers: OfferInForce[] = [];
    for (const [id, { revision, state }] of view.promotions(this.shop)) {
      const terms = termsInForce(state, at);
      if (terms) offers.push({ id, revision, terms });
    }
    const version = (kind: string) => own(facts.rules, kind) ?? ruleVersionOf(kind);
    const key = offers.map(({ id, revision, terms }) => `${id}@${revision}/${version(terms.kind)}`).join(' ');
    const isSame = key === this.#key && offers.every(({ id, terms }) => this.#offers.byId.get(id)?.terms === terms);
    if (!isSame) this.#offers = compiledOffers(offers, version);
    this.#key = key;
    return this.#offers;
  }
}
