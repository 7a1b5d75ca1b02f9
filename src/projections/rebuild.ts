import { comparePositions, type EventStore, type Position, START, type StoredEvent } from '../commands/eventStore.js';
import { type Comparison, compareTables } from './compareTables.js';
import { foldBatch } from './foldBatch.js';
import type { AnyProjection } from './projection.js';
import { TakenAlready } from './sqlDriver.js';
import { StepRefused, type ViewStore } from './viewStore.js';

const PAGE = 2_000;
const MOST_SWAPS = 100;

export interface RebuildProgress {
  readonly position: Position;
  readonly head: Position;
  readonly events: number;
}

export interface Rebuilt extends RebuildProgress {
  /** Of the tables it replaced with the new ones; null when there were none of this version and log. */
  readonly compared: Comparison | null;
}

/** Somebody else makes the same read model anew. */
export class RebuildUnderWay extends Error {
  override readonly name = 'RebuildUnderWay';
}

/**
 * Makes a projection's tables anew from the log, beside those that serve meanwhile: fills them, compares the two, puts
 * the new ones in the place of the old in one moment. What fails leaves the old ones as they were.
 * @throws UnknownEvent; RebuildUnderWay
 */
export async function rebuild(
  store: EventStore,
  views: ViewStore,
  projection: AnyProjection,
  onProgress: (progress: RebuildProgress) => void = () => {},
): Promise<Rebuilt> {
  const { name } = projection;
  try {
    return await views.alone(`rebuild ${name}`, () => rebuildAlone(store, views, projection, onProgress));
  } catch (error) {
    if (!(error instanceof TakenAlready)) throw error;
    throw new RebuildUnderWay(`${name} is being rebuilt already: wait until that one has ended`, { cause: error });
  }
}

async function rebuildAlone(
  store: EventStore,
  views: ViewStore,
  projection: AnyProjection,
  onProgress: (progress: RebuildProgress) => void,
): Promise<Rebuilt> {
  const beside = await views.beside(projection);
  try {
    const filling = new Filling(store, views, beside, onProgress);
    await filling.catchUp();
    const compared = await comparable(store, views, projection, beside);
    for (let swaps = 1; ; swaps++) {
      try {
        await views.swap(projection, beside, () => store.head());
        return { ...filling.progress, compared };
      } catch (error) {
        // The old ones went on meanwhile, so the new ones follow.
        if (!(error instanceof StepRefused) || swaps === MOST_SWAPS) throw error;
        await filling.catchUp();
      }
    }
  } catch (error) {
    await views.discard(beside).catch(() => {});
    throw error;
  }
}

async function comparable(
  store: EventStore,
  views: ViewStore,
  projection: AnyProjection,
  beside: AnyProjection,
): Promise<Comparison | null> {
  const { version, position } = await views.checkpoint(projection);
  const isOfThisLog = comparePositions(position, START) > 0 && comparePositions(position, await store.head()) <= 0;
  return version === projection.version && isOfThisLog ? compareTables(views, projection, beside) : null;
}

/** Fills the tables beside from the log. */
class Filling {
  progress: RebuildProgress = { position: START, head: START, events: 0 };

  constructor(
    private readonly store: EventStore,
    private readonly views: ViewStore,
    private readonly beside: AnyProjection,
    private readonly onProgress: (progress: RebuildProgress) => void,
  ) {}

  /** Up to where the log is now. @throws UnknownEvent */
  async catchUp(): Promise<void> {
    const head = await this.store.head();
    this.progress = { ...this.progress, head };
    let page = this.readAfter(this.progress.position);
    while (comparePositions(this.progress.position, head) < 0) {
      const events = await page;
      // The next page is on its way while this one is folded.
      page = this.readAfter(events.at(-1)?.position ?? this.progress.position);
      await this.fold(events, head);
    }
    await page;
  }

  private readAfter(position: Position): Promise<readonly StoredEvent[]> {
    const page = this.store.readAll(position, PAGE);
    page.catch(() => {});
    return page;
  }

  private async fold(events: readonly StoredEvent[], head: Position): Promise<void> {
    const { views, beside } = this;
    const checkpoint = await views.checkpoint(beside);
    const { step, waitsAt } = await foldBatch(beside, checkpoint, events, (p, streams) => views.rows(p, streams));
    if (step.to !== step.from) await views.commit([step]);
    if (waitsAt) throw waitsAt;
    this.progress = { position: step.to, head, events: this.progress.events + events.length };
    this.onProgress(this.progress);
  }
}
