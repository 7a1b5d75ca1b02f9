import { customerAllowanceId } from '../../commands/allowance/takesOfOffer.js';
import type { StoredEvent } from '../../commands/eventStore.js';
import type { OfferInForce } from '../../commands/offersInForce.js';
import type { RemainingFor } from '../../commands/pricingView.js';
import { decode } from '../../commands/storedEvents.js';
import type { AllowanceEvent } from '../../domain/allowance/events.js';
import { type Allowance, evolveAllowance, noAllowance, remainingAt, sumOf } from '../../domain/allowance/state.js';
import { allowanceAggregate } from '../../domain/allowance/stream.js';
import { streamName } from '../../domain/kernel/stream.js';
import type { Remaining } from '../../domain/pricing/facts.js';
import type { Limits } from '../../domain/pricing/limits.js';

/** An allowance folded to a revision. */
export interface KnownAllowance {
  readonly revision: number;
  readonly state: Allowance;
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

  constructor(private readonly load: LoadAllowance = async () => undefined) {}

  follow(stored: StoredEvent): void {
    const { stream, revision } = stored;
    if (!stream.startsWith(`${allowanceAggregate.category}-`)) return;
    const known = this.#known.get(stream);
    if (!known && revision > 0) {
      void this.#learn(stream);
      return;
    }
    if (known && known.revision >= revision) return;
    const state = evolveAllowance(known?.state ?? noAllowance, decode<AllowanceEvent>(stored));
    this.#known.set(stream, { revision, state });
  }

  /** Learns what limits these offers for a customer. */
  async prepared(shop: string, offers: readonly OfferInForce[], customer: string | undefined): Promise<void> {
    const unknown = offers
      .flatMap((offer) => streamsOf(shop, offer, customer))
      .filter((stream) => !this.#known.has(stream));
    if (unknown.length > 0) await Promise.all(unknown.map((stream) => this.#learn(stream)));
  }

  remaining(shop: string, { id, terms }: OfferInForce, use: RemainingFor): Remaining | undefined {
    const { limits } = terms;
    if (!limits || Object.keys(limits).length === 0) return undefined;
    const left = (kind: string, limit: number) => Math.max(0, limit - this.#taken(shop, `${id}.${kind}`, use));
    const customerUses = this.#customerUses(shop, id, limits, use);
    return {
      ...(limits.stock !== undefined && { stock: left('stock', limits.stock) }),
      ...(limits.maxUses !== undefined && { uses: left('uses', limits.maxUses) }),
      ...(customerUses !== undefined && { customerUses }),
      ...(limits.budget !== undefined && { budget: left('budget', limits.budget) }),
    };
  }

  #taken(shop: string, allowance: string, { at }: RemainingFor): number {
    const state = this.#state(shop, allowance);
    if (!state?.terms) return 0;
    return state.terms.total === null ? 0 : state.terms.total - remainingAt(state, at)!;
  }

  // A guest has no uses of an offer that counts them: placing would refuse it.
  #customerUses(shop: string, promotion: string, limits: Limits, use: RemainingFor): number | undefined {
    const { perCustomer, perCustomerDay } = limits;
    if (perCustomer === undefined && perCustomerDay === undefined) return undefined;
    if (use.customer === undefined) return 0;
    const allowance = limits.maxUses === undefined ? customerAllowanceId(promotion, use.customer) : `${promotion}.uses`;
    const own = this.#state(shop, allowance)?.customers.get(use.customer);
    const ended = [...(own?.held ?? [])].filter(({ until }) => until <= use.at);
    const left: number[] = [];
    if (perCustomer !== undefined) left.push(perCustomer - (own?.taken ?? 0) + sumOf(ended));
    if (perCustomerDay !== undefined) {
      const day = use.dayIn(perCustomerDay.zone);
      const endedToday = ended.filter((hold) => hold.day === day);
      left.push(perCustomerDay.uses - (own?.byDay?.get(day) ?? 0) + sumOf(endedToday));
    }
    return Math.max(0, Math.min(...left));
  }

  #state(shop: string, allowance: string): Allowance | undefined {
    return this.#known.get(streamName(allowanceAggregate.category, shop, allowance))?.state;
  }

  #learn(stream: string): Promise<void> {
    const underWay = this.#loading.get(stream);
    if (underWay) return underWay;
    const learning = this.#loadOnce(stream).finally(() => this.#loading.delete(stream));
    this.#loading.set(stream, learning);
    return learning;
  }

  // What was followed meanwhile may be further than what was loaded.
  async #loadOnce(stream: string): Promise<void> {
    const loaded = await this.load(stream);
    const known = this.#known.get(stream);
    if (loaded && (!known || known.revision < loaded.revision)) this.#known.set(stream, loaded);
  }
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
