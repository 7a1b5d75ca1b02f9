import type { EventStore } from '../../commands/eventStore.js';
import { Rest } from '../rest.js';
import { StepRefused } from '../viewStore.js';
import { ANALYTICS, type AnalyticsStore } from './analyticsStore.js';
import { Background } from './background.js';
import { type ShopClock, tallied } from './tallied.js';

const PAGE = 2_000;
/** Sums are for people: gathered, they cost the log's own writes little. */
const REST_MILLIS = 250;

/** Keeps the sums up to date with the log. Any number may: of each step one wins, and the others go on from there. */
export class AnalyticsFeed {
  readonly #background: Background;

  constructor(
    private readonly store: EventStore,
    private readonly sums: AnalyticsStore,
    private readonly clock: ShopClock,
    private readonly rest: Pick<Rest, 'take'> = new Rest(),
  ) {
    this.#background = new Background(store);
  }

  /** Takes what is there. @returns how many events. @throws UnknownEvent */
  async catchUp(signal?: AbortSignal): Promise<number> {
    for (let taken = 0; ; ) {
      const before = await this.sums.checkpoint();
      if (before.version !== ANALYTICS.version) throw superseded(before.version);
      const events = await this.store.readAll(before.position, PAGE);
      if (events.length === 0 || signal?.aborted) return taken;
      try {
        await this.sums.add(await tallied(before, events, this.#background, this.clock));
        taken += events.length;
      } catch (error) {
        if (!(error instanceof StepRefused)) throw error;
      }
    }
  }

  /** Follows the log until the signal aborts. */
  async run(signal: AbortSignal, alive: () => void): Promise<void> {
    await this.sums.open(() => this.store.head());
    while (!signal.aborted) {
      await this.catchUp(signal);
      alive();
      await this.rest.take(REST_MILLIS, signal);
    }
  }
}

function superseded(version: number): Error {
  return new Error(`the table analytics was made by version ${version}; this one knows ${ANALYTICS.version}`);
}
