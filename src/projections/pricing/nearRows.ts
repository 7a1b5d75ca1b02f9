import type { Position, StoredEvent } from '../../commands/eventStore.js';
import { decode } from '../../commands/storedEvents.js';
import { streamName } from '../../domain/kernel/stream.js';
import { nextRow } from '../foldBatch.js';
import { productsProjection } from '../products/productsProjection.js';
import type { AnyProjection, Row } from '../projection.js';
import { type Log, type LoggedRow, rowFromLog, streamsAfter } from './factsFromLog.js';
import type { FollowedSince } from './followedSince.js';
import { LOOKED_UP, projectionOf } from './pricingStep.js';
import type { LookedUp } from './pricingViews.js';
import { RecentlyUsed } from './recentlyUsed.js';

const MOST_ROWS = 50_000;
const MOST_CATALOGUES = 8;

export type Catalogue = ReadonlyMap<string, Row>;

/** Rows of products and customers that were asked for lately; they follow the log. */
export class NearRows {
  /** Null: there is no such stream. */
  readonly #rows = new RecentlyUsed<Row | null>(MOST_ROWS);
  /** Every product of a shop, where all were asked for. */
  readonly #catalogues = new RecentlyUsed<Map<string, Row>>(MOST_CATALOGUES);

  constructor(
    private readonly followed: FollowedSince,
    private readonly log: Log,
    private readonly position: () => Position,
    private readonly onRead: () => void,
  ) {}

  clear(): void {
    this.#rows.clear();
    this.#catalogues.clear();
  }

  /** A row at hand; null: there is none; undefined: it is not at hand. */
  get(stream: string): Row | null | undefined {
    return this.#rows.get(stream);
  }

  catalogue(shop: string): Catalogue | undefined {
    return this.#catalogues.get(shop);
  }

  /** @throws UnknownEvent; what the fold throws, then the row stands still. */
  follow(projection: AnyProjection, event: StoredEvent): void {
    const { stream, shop, revision } = event;
    const near = this.#rows.peek(stream);
    const catalogue = projection === productsProjection ? this.#catalogues.peek(shop) : undefined;
    const known = newer(near ?? undefined, catalogue?.get(stream));
    // An unknown type stops here, at hand or not, as it does in tables.
    if (near === undefined && !catalogue) {
      decode(event);
      return;
    }
    if (known && known.revision >= revision) return;
    if ((known?.revision ?? -1) + 1 === revision) {
      const row = nextRow(projection, known, event);
      if (near !== undefined) this.#rows.set(stream, row);
      catalogue?.set(stream, row);
      return;
    }
    this.#rows.delete(stream);
    if (catalogue) this.#catalogues.delete(shop);
  }

  /** Takes a row from what was found, if that is new enough; else from the log. @throws UnknownEvent */
  async learn(stream: string, found: LookedUp | null): Promise<Row | null> {
    const row = found?.rows.get(stream);
    if (found && this.followed.isNew(stream, row?.revision ?? -1, found.position)) return this.#kept(stream, row);
    return this.#kept(stream, (await this.#fromLog(stream)).row);
  }

  /** Takes every product of a shop likewise, and from the log those that were not known to what was found. */
  async learnCatalogue(
    shop: string,
    { rows: found, position }: Pick<LookedUp, 'rows' | 'position'>,
  ): Promise<Catalogue> {
    const prefix = streamName(productsProjection.category, shop, '');
    for (;;) {
      const rows = new Map(found);
      const revisions = new Map([...rows].map(([stream, { revision }]) => [stream, revision]));
      const asOf = this.followed.covers(position) ? position : this.position();
      const isBehind = (stream: string) => !this.followed.isNew(stream, revisions.get(stream) ?? -1, asOf);
      let behind: readonly string[] = asOf === position ? [] : await streamsAfter(this.log, prefix, position, asOf);
      do {
        for (const stream of behind) {
          const { row, revision } = await this.#fromLog(stream);
          if (row) rows.set(stream, row);
          revisions.set(stream, revision);
        }
        behind = this.followed.streams(prefix).filter(isBehind);
      } while (behind.length > 0 && this.followed.covers(asOf));
      if (!this.followed.covers(asOf)) continue;
      this.#catalogues.set(shop, rows);
      return rows;
    }
  }

  /** What is read while the log goes on is read again. */
  async #fromLog(stream: string): Promise<LoggedRow> {
    for (;;) {
      const asOf = this.position();
      const logged = await rowFromLog(this.log, projectionOf(LOOKED_UP, stream)!, stream);
      this.onRead();
      if (this.followed.isNew(stream, logged.revision, asOf)) return logged;
    }
  }

  #kept(stream: string, row: Row | undefined): Row | null {
    const kept = newer(this.#rows.peek(stream) ?? undefined, row) ?? null;
    this.#rows.set(stream, kept);
    return kept;
  }
}

function newer(a: Row | undefined, b: Row | undefined): Row | undefined {
  return a && (!b || a.revision >= b.revision) ? a : b;
}
