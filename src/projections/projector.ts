import { comparePositions, type Position, START, type StoredEvent } from '../commands/eventStore.js';
import type { UnknownEvent } from '../commands/storedEvents.js';
import type { EventBus } from './eventBus.js';
import { foldBatch } from './foldBatch.js';
import type { AnyProjection } from './projection.js';
import { ReachedPositions } from './reachedPositions.js';
import { Rest } from './rest.js';
import type { Checkpoint, Step, ViewStore } from './viewStore.js';

/**
 * Least time between two steps, unless somebody waits for one: each costs an fsync that the log's own appends then wait
 * for, and under load ten milliseconds gather hundreds of events for one step.
 */
const REST_MILLIS = 10;

export interface ProjectionStatus extends Checkpoint {
  readonly name: string;
  /** The event it cannot pass with this version of Orchard. */
  readonly waitsAt: string | null;
}

/**
 * Keeps tables up to date with the log: takes batches from the bus, folds each projection, and writes all rows with
 * their checkpoints in one transaction, so a crash leaves every view at an earlier place of the log, never between two.
 */
export class Projector {
  private readonly checkpoints = new Map<string, Checkpoint>();
  private readonly waiting = new Map<string, UnknownEvent>();
  private readonly reachedBy = new Map<string, ReachedPositions>();

  constructor(
    private readonly bus: EventBus,
    private readonly views: ViewStore,
    private readonly projections: readonly AnyProjection[],
    private readonly rest: Pick<Rest, 'take' | 'endNow'> = new Rest(),
  ) {
    for (const { name } of projections) this.reachedBy.set(name, new ReachedPositions());
  }

  /** Makes the tables and reads the checkpoints. */
  async open(head: Position): Promise<void> {
    for (const projection of this.projections) {
      this.moved(projection.name, await this.views.open(projection, head));
    }
  }

  /** Follows the log until the signal aborts. */
  async run(signal: AbortSignal, onBatch: (events: number) => void = () => {}): Promise<void> {
    for await (const events of this.bus.subscribe(this.furthestBehind(), signal)) {
      await this.project(events);
      onBatch(events.length);
      await this.rest.take(REST_MILLIS, signal);
    }
  }

  /** Resolves when a projection's tables show the log up to a position. @throws Rejection VIEW_BEHIND */
  reached(projection: AnyProjection, position: Position): Promise<void> {
    const reached = this.reachedBy.get(projection.name)!.reached(position);
    this.rest.endNow();
    return reached;
  }

  status(): readonly ProjectionStatus[] {
    return this.projections.map(({ name }) => ({
      name,
      ...this.checkpoints.get(name)!,
      waitsAt: this.waiting.get(name)?.message ?? null,
    }));
  }

  private async project(events: readonly StoredEvent[]): Promise<void> {
    const steps: Step[] = [];
    for (const projection of this.projections) {
      if (this.waiting.has(projection.name)) continue;
      const checkpoint = this.checkpoints.get(projection.name)!;
      const { step, waitsAt } = await foldBatch(projection, checkpoint, events, (p, streams) =>
        this.views.rows(p, streams),
      );
      if (waitsAt) this.waiting.set(projection.name, waitsAt);
      if (step.to !== step.from) steps.push(step);
    }
    if (steps.length === 0) return;
    await this.views.commit(steps);
    for (const { projection, to, parked } of steps) {
      this.moved(projection.name, { version: projection.version, position: to, parked });
    }
  }

  private moved(name: string, checkpoint: Checkpoint): void {
    this.checkpoints.set(name, checkpoint);
    this.reachedBy.get(name)!.moveTo(checkpoint.position);
  }

  private furthestBehind(): Position {
    const positions = [...this.checkpoints.values()].map(({ position }) => position).sort(comparePositions);
    return positions[0] ?? START;
  }
}
