import { customerAllowanceId } from '../../commands/allowance/takesOfOffer.js';
import type { StoredEvent } from '../../commands/eventStore.js';
import type { OfferInForce } from '../../commands/offersInForce.js';
import type { RemainingFor } from '../../commands/pricingView.js';
import { decode } from '../../commands/storedEvents.js';
import type { AllowanceEvent } from '../../domain/allowance/events.js';
import { type Allowance, noAllowance, remainingAt } from '../../domain/allowance/state.js';
import { allowanceAggregate } from '../../domain/allowance/stream.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { streamName } from '../../domain/kernel/stream.js';
import type { Remaining } from '../../domain/pricing/facts.js';
import type { Limits } from '../../domain/pricing/limits.js';
import { customerRemaining, customerUseAt } from './customerUse.js';
import { type FollowedAllowance, followedAllowance } from './followedAllowance.js';

/** An allowance and its history, folded to a revision. */
export interface KnownAllowance extends FollowedAllowance {
  readonly revision: number;
}

/** Folds an allowance out of the log; undefined when there is none. */
export type LoadAllowance = (stream: string) => Promise<KnownAllowance | undefined>;

/**
 * What is left of every allowance, in memory: it only advises, placing an order decides. Allowances that were there
 * before this process are loaded when an offer or a customer needs them; until then an offer counts as not taken yet.
 */
export class AllowancesInMemory {
  readonly #known = new Map<string, KnownAllowance>();
  readonly #loading = new Map<string, Promise<void>>();
  /** What was followed of a stream while it was loading. */
  readonly #least = new Map<string, number>();

  constructor(private readonly load: LoadAllowance = async () => undefined) {}

  follow(stored: StoredEvent): void {
    const { stream, revision } = stored;
    if (!stream.startsWith(`${allowanceAggregate.category}-`)) return;
    const known = this.#known.get(stream);
    if (known && known.revision >= revision) return;
    if (revision !== (known ? known.revision + 1 : 0)) {
      void this.#learn(stream, revision).catch(() => {});
      return;
    }
    const followed = followedAllowance.evolve(known ?? followedAllowance.initial, decode<AllowanceEvent>(stored));
    this.#known.set(stream, Object.assign({}, followed, { revision }));
  }

  /** An allowance as far as it is followed; loaded if it was there before this process and nobody has asked yet. */
  async known(shop: string, allowance: string): Promise<KnownAllowance | undefined> {
    const stream = streamName(allowanceAggregate.category, shop, allowance);
    if (!this.#known.has(stream)) await this.#learn(stream);
    return this.#known.get(stream);
  }

  /** Learns what limits these offers for a customer. */
  async prepared(shop: string, offers: readonly OfferInForce[], customer: string | undefined): Promise<void> {
    const unknown = offers
      .flatMap((offer) => streamsOf(shop, offer, customer))
      .filter((stream) => !this.#known.has(stream));
    if (unknown.length > 0) await Promise.all(unknown.map((stream) => this.#learn(stream)));
  }

  remaining(shop: string, offer: OfferInForce, use: RemainingFor): Remaining | undefined {
    const { id, terms } = offer;
    const { limits } = terms;
    if (!limits || Object.keys(limits).length === 0) return undefined;
    const left = (kind: string, limit: number) =>
      remainingOf(this.#state(shop, `${id}.${kind}`), limit, offer.revision, use.at);
    const customerUses = this.#customerUses(shop, offer, limits, use);
    return {
      ...(limits.stock !== undefined && { stock: left('stock', limits.stock) }),
      ...(limits.maxUses !== undefined && { uses: left('uses', limits.maxUses) }),
      ...(customerUses !== undefined && { customerUses }),
      ...(limits.budget !== undefined && { budget: left('budget', limits.budget) }),
    };
  }

  // A guest has no uses of an offer that counts them: placing would refuse it.
  #customerUses(shop: string, { id, revision }: OfferInForce, limits: Limits, use: RemainingFor): number | undefined {
    if (limits.perCustomer === undefined && limits.perCustomerDay === undefined) return undefined;
    if (use.customer === undefined) return 0;
    const allowance = limits.maxUses === undefined ? customerAllowanceId(id, use.customer) : `${id}.uses`;
    const state = this.#state(shop, allowance) ?? noAllowance;
    const said = newerOf(state, limits, revision);
    const day = said.perCustomerDay && use.dayIn(said.perCustomerDay.zone);
    return customerRemaining(said, customerUseAt(state, use.customer, use.at, day)) ?? undefined;
  }

  #state(shop: string, allowance: string): Allowance | undefined {
    return this.#known.get(streamName(allowanceAggregate.category, shop, allowance))?.state;
  }

  /** Loads a stream, at least up to a revision that is known to be there. */
  #learn(stream: string, least = 0): Promise<void> {
    this.#least.set(stream, Math.max(least, this.#least.get(stream) ?? 0));
    const underWay = this.#loading.get(stream);
    if (underWay) return underWay;
    const learning = this.#load(stream).finally(() => {
      this.#loading.delete(stream);
      this.#least.delete(stream);
    });
    this.#loading.set(stream, learning);
    return learning;
  }

  // What was followed meanwhile may be further than what was loaded; what was passed over meanwhile is loaded too.
  async #load(stream: string): Promise<void> {
    for (let before = -1; ; ) {
      const loaded = await this.load(stream);
      if (!loaded) return;
      const { revision } = this.#known.get(stream) ?? { revision: -1 };
      if (revision < loaded.revision) this.#known.set(stream, loaded);
      if (loaded.revision >= this.#least.get(stream)! || loaded.revision === before) return;
      before = loaded.revision;
    }
  }
}

/** What is left of a limit that a revision of a promotion says: of what the allowance itself knows, if that is newer. */
function remainingOf(state: Allowance | undefined, limit: number, revision: number, at: Instant): number {
  if (!state?.terms || state.terms.total === null) return limit;
  const left = remainingAt(state, at)!;
  return Math.max(0, state.terms.source.revision >= revision ? left : left + limit - state.terms.total);
}

function newerOf(
  { terms }: Allowance,
  limits: Limits,
  revision: number,
): Pick<Limits, 'perCustomer' | 'perCustomerDay'> {
  return terms && terms.source.revision >= revision ? terms : limits;
}

function streamsOf(shop: string, { id, terms }: OfferInForce, customer: string | undefined): string[] {
  const { stock, maxUses, budget, perCustomer, perCustomerDay } = terms.limits ?? {};
  const isPerCustomer = (perCustomer ?? perCustomerDay) !== undefined;
  const ids = [
    ...(stock === undefined ? [] : [`${id}.stock`]),
    ...(budget === undefined ? [] : [`${id}.budget`]),
    ...(maxUses === undefined ? [] : [`${id}.uses`]),
    ...(isPerCustomer && maxUses === undefined && customer !== undefined ? [customerAllowanceId(id, customer)] : []),
  ];
  return ids.map((allowance) => streamName(allowanceAggregate.category, shop, allowance));
}
