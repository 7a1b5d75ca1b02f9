import { comparePositions, type EventStore, type Position } from '../commands/eventStore.js';
import { foldBatch } from './foldBatch.js';
import type { AnyProjection } from './projection.js';
import type { ViewStore } from './viewStore.js';

const PAGE = 2_000;

export interface RebuildProgress {
  readonly position: Position;
  readonly head: Position;
  readonly events: number;
}

/** Empties a projection's tables and folds the whole log again. @throws UnknownEvent */
export async function rebuild(
  store: EventStore,
  views: ViewStore,
  projection: AnyProjection,
  onProgress: (progress: RebuildProgress) => void = () => {},
): Promise<RebuildProgress> {
  const head = await store.head();
  await views.reset(projection);
  let progress: RebuildProgress = { position: (await views.checkpoint(projection)).position, head, events: 0 };
  while (comparePositions(progress.position, head) < 0) {
    const events = await store.readAll(progress.position, PAGE);
    const { step, waitsAt } = await foldBatch(projection, await views.checkpoint(projection), events, (p, streams) =>
      views.rows(p, streams),
    );
    if (step.to !== step.from) await views.commit([step]);
    if (waitsAt) throw waitsAt;
    progress = { position: step.to, head, events: progress.events + events.length };
    onProgress(progress);
  }
  return progress;
}
