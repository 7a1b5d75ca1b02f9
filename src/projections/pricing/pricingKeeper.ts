import { comparePositions, type Position, START, type StoredEvent } from '../../commands/eventStore.js';
import type { EventBus } from '../eventBus.js';
import { Rest } from '../rest.js';
import { StepRefused } from '../viewStore.js';
import { pricingStep, type RulesAtHand, streamsLookedUp } from './pricingStep.js';
import type { PricingCheckpoint, PricingViews } from './pricingViews.js';

/** Under load so long gathers hundreds of events for one step. */
const REST_MILLIS = 10;
/** So often the one who keeps them says so, and looks whether they are as it left them. */
const LOOK_MILLIS = 1_000;
const STANDBY_MILLIS = 500;

/**
 * Keeps the pricing views up to date with the log. Of several keepers one works, the others stand by. Views that are
 * gone, of a log that is gone (ahead of this one), or put back to an earlier state are noticed within a second or two,
 * also when nothing happens, and made good from the log.
 */
export class PricingKeeper {
  #at: PricingCheckpoint = { position: START, parked: [] };
  #rules: RulesAtHand = new Map();
  readonly #rest = new Rest();

  constructor(
    private readonly bus: EventBus,
    private readonly views: PricingViews,
    private readonly head: () => Promise<Position>,
    private readonly holder: string,
  ) {}

  /** Works until the signal aborts. @throws UnknownEvent at one this version cannot pass; what the views and the bus throw. */
  async run(signal: AbortSignal, alive: () => void = () => {}): Promise<void> {
    while (!signal.aborted) {
      const opened = (await this.views.lead(this.holder)) && (await this.#open());
      if (opened) await this.#keep(signal, alive);
      else await this.#rest.take(STANDBY_MILLIS, signal);
      alive();
    }
  }

  async #keep(signal: AbortSignal, alive: () => void): Promise<void> {
    alive();
    const over = new AbortController();
    const ending = AbortSignal.any([signal, over.signal]);
    const followed = this.#follow(ending, alive).finally(() => over.abort());
    // Thrown below; until then nobody waits for it.
    followed.catch(() => {});
    try {
      await this.#watch(ending);
    } finally {
      over.abort();
      await followed;
    }
  }

  /** @returns whether everything read is of one position; if not, somebody else moves the views just now. */
  async #open(): Promise<boolean> {
    const found = await this.views.checkpoint();
    if (!found || comparePositions(found.position, await this.head()) > 0) await this.views.reset();
    const start = await this.views.start();
    this.#at = (await this.views.checkpoint()) ?? { position: START, parked: [] };
    this.#rules = new Map(
      (start?.rules ?? []).map(({ shop, version, rows }) => [
        shop,
        { version, rows: new Map(rows.map((row) => [row.stream, row])) },
      ]),
    );
    return start?.position === this.#at.position;
  }

  async #follow(signal: AbortSignal, alive: () => void): Promise<void> {
    for await (const { events, position } of this.bus.subscribe(this.#at.position, signal)) {
      const fresh = events.filter((event) => comparePositions(event.position, this.#at.position) > 0);
      try {
        if (fresh.length > 0) await this.#step(fresh);
        else if (comparePositions(position, this.#at.position) > 0) await this.#moveTo(position);
      } catch (error) {
        // Flushed, restored, or another keeper was faster: to be opened anew.
        if (error instanceof StepRefused) return;
        throw error;
      }
      alive();
      await this.#rest.take(REST_MILLIS, signal);
    }
  }

  async #step(events: readonly StoredEvent[]): Promise<void> {
    const streams = streamsLookedUp(events);
    const found = streams.length > 0 ? await this.views.lookUp(streams, []) : null;
    if (streams.length > 0 && found?.position !== this.#at.position) throw new StepRefused('the pricing views moved');
    const { step, waitsAt } = pricingStep(this.#at, events, this.#rules, found?.rows ?? new Map());
    if (step.to !== step.from) await this.views.commit(step);
    this.#at = { position: step.to, parked: step.parked };
    if (waitsAt) throw waitsAt;
  }

  async #moveTo(to: Position): Promise<void> {
    const { position: from, parked } = this.#at;
    await this.views.commit({ from, to, rows: [], counts: [], rules: [], lost: [], parked });
    this.#at = { position: to, parked };
  }

  async #watch(signal: AbortSignal): Promise<void> {
    const rest = new Rest();
    while (!signal.aborted) {
      await rest.take(LOOK_MILLIS, signal);
      if (signal.aborted) return;
      if (!(await this.views.lead(this.holder))) return;
      const before = this.#at.position;
      const found = await this.views.checkpoint();
      const isMine = found && comparePositions(found.position, before) >= 0;
      if (!isMine) return;
    }
  }
}
