import { START } from '../../commands/eventStore.js';
import { canonicalJson } from '../../domain/kernel/canonicalJson.js';
import { streamParts } from '../../domain/kernel/stream.js';
import type {
  LookedUp,
  PricingCheckpoint,
  PricingStart,
  PricingStep,
  PricingViews,
  ShopRules,
} from '../../projections/pricing/pricingViews.js';
import { productsProjection } from '../../projections/products/productsProjection.js';
import type { Row } from '../../projections/projection.js';
import { StepRefused } from '../../projections/viewStore.js';

interface Counts {
  readonly placed: number;
  readonly cancelled: number;
}

const NONE: Counts = { placed: 0, cancelled: 0 };

/** Pricing views of one process: what other adapters must be equal to. */
export class MemoryPricingViews implements PricingViews {
  #at: PricingCheckpoint | null = null;
  readonly #rows = new Map<string, Row>();
  readonly #counts = new Map<string, Counts>();
  readonly #rules = new Map<string, ShopRules>();
  readonly #lost = new Map<string, readonly string[]>();

  checkpoint = async (): Promise<PricingCheckpoint | null> => this.#at;

  reset = async (): Promise<void> => {
    for (const kept of [this.#rows, this.#counts, this.#rules, this.#lost]) kept.clear();
    this.#at = { position: START, parked: [] };
  };

  commit = async ({ from, to, rows, counts, rules, lost, parked }: PricingStep): Promise<void> => {
    if (this.#at?.position !== from) throw new StepRefused(`the pricing views do not stand at ${from}`);
    for (const row of rows) this.#rows.set(row.stream, row);
    for (const { customer, placed, cancelled } of counts) {
      const before = this.#counts.get(customer) ?? NONE;
      this.#counts.set(customer, { placed: before.placed + placed, cancelled: before.cancelled + cancelled });
    }
    for (const { replaces: _, ...one } of rules) this.#rules.set(one.shop, one);
    for (const [stream, allowances] of lost) {
      if (allowances) this.#lost.set(stream, allowances);
      else this.#lost.delete(stream);
    }
    this.#at = { position: to, parked };
  };

  start = async (): Promise<PricingStart | null> =>
    this.#at && { position: this.#at.position, rules: [...this.#rules.values()], lost: new Map(this.#lost) };

  lookUp = async (streams: readonly string[], buyers: readonly string[]): Promise<LookedUp | null> =>
    this.#at && {
      position: this.#at.position,
      countedTo: this.#at.position,
      rows: new Map(streams.flatMap((stream) => pair(stream, this.#rows.get(stream)))),
      counts: new Map(buyers.map((buyer) => [buyer, this.#counts.get(buyer) ?? NONE])),
    };

  products = async (shop: string): Promise<LookedUp | null> => {
    const own = [...this.#rows.keys()].filter((stream) => {
      const parts = streamParts(stream);
      return parts.category === productsProjection.category && parts.shop === shop;
    });
    return this.lookUp(own, []);
  };

  dump = async (): Promise<readonly string[]> => {
    const records = [
      { checkpoint: this.#at },
      ...[...this.#rows.values()].map((row) => ({ row })),
      ...[...this.#counts].map(([customer, counts]) => ({ customer, counts })),
      ...[...this.#rules.values()].map(({ shop, version, rows }) => ({ shop, version, rules: sorted(rows) })),
      ...[...this.#lost].map(([order, lost]) => ({ order, lost })),
    ];
    return records.map((record) => canonicalJson(record)).sort();
  };

  lead = async (): Promise<boolean> => true;
}

function pair(stream: string, row: Row | undefined): [string, Row][] {
  return row ? [[stream, row]] : [];
}

function sorted(rows: readonly Row[]): readonly Row[] {
  return [...rows].sort((a, b) => (a.stream < b.stream ? -1 : 1));
}
