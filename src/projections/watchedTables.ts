import type { Position } from '../commands/eventStore.js';
import type { AnyProjection } from './projection.js';
import type { ProjectionStatus } from './projector.js';
import { ReachedPositions } from './reachedPositions.js';
import { Rest } from './rest.js';
import type { Checkpoint, ViewStore } from './viewStore.js';

/** Between two looks while nobody waits for a position, and while somebody does. */
const CALM_MILLIS = 500;
const EAGER_MILLIS = 10;

/** How far tables are that other processes keep, or other parts of this one: their checkpoints, looked at. */
export class WatchedTables {
  private readonly seen = new Map<string, Checkpoint>();
  private readonly reachedBy = new Map<string, ReachedPositions>();
  private readonly rest = new Rest();
  private waiting = 0;

  constructor(
    private readonly views: Pick<ViewStore, 'checkpoint' | 'scan'>,
    private readonly projections: readonly AnyProjection[],
  ) {
    for (const { name } of projections) this.reachedBy.set(name, new ReachedPositions());
  }

  /** The first read model whose tables cannot be read, or are of another version; null: all are there. */
  async missing(): Promise<string | null> {
    for (const projection of this.projections) {
      try {
        await this.views.scan(projection, '', 1);
        const { version } = await this.views.checkpoint(projection);
        if (version !== projection.version) return projection.name;
      } catch {
        return projection.name;
      }
    }
    await this.look();
    return null;
  }

  /** Looks until the signal aborts. */
  async run(signal: AbortSignal, onLook: () => void = () => {}): Promise<void> {
    while (!signal.aborted) {
      await this.look();
      onLook();
      await this.rest.take(this.waiting > 0 ? EAGER_MILLIS : CALM_MILLIS, signal);
    }
  }

  /** Resolves when a projection's tables show the log up to a position. @throws Rejection VIEW_BEHIND */
  async reached(projection: AnyProjection, position: Position): Promise<void> {
    this.waiting++;
    this.rest.endNow();
    try {
      await this.reachedBy.get(projection.name)!.reached(position);
    } finally {
      this.waiting--;
    }
  }

  status(): readonly ProjectionStatus[] {
    return this.projections.map(({ name, version }) => {
      const checkpoint = this.seen.get(name)!;
      const isOther = checkpoint.version !== version;
      const words = `the tables of ${name} have version ${checkpoint.version}, this Orchard reads version ${version}`;
      return { name, ...checkpoint, waitsAt: isOther ? words : null };
    });
  }

  private async look(): Promise<void> {
    for (const projection of this.projections) {
      const checkpoint = await this.views.checkpoint(projection);
      this.seen.set(projection.name, checkpoint);
      this.reachedBy.get(projection.name)!.moveTo(checkpoint.position);
    }
  }
}
