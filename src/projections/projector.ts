import { comparePositions, type Position, START } from '../commands/eventStore.js';
import type { UnknownEvent } from '../commands/storedEvents.js';
import type { Delivery, EventBus } from './eventBus.js';
import { foldBatch, type LoadRows } from './foldBatch.js';
import type { AnyProjection } from './projection.js';
import { ReachedPositions } from './reachedPositions.js';
import { Rest } from './rest.js';
import { type Checkpoint, type Step, StepRefused, type ViewStore } from './viewStore.js';

/**
 * Least time between two steps, unless somebody waits for one: each costs an fsync that the log's own appends then wait
 * for, and under load ten milliseconds gather hundreds of events for one step.
 */
const REST_MILLIS = 10;
/** After a step that another projector was faster with: there will be more of these. */
const REST_OF_THE_SLOWER_MILLIS = 50;

export interface ProjectionStatus extends Checkpoint {
  readonly name: string;
  /** The event it cannot pass with this version of Orchard. */
  readonly waitsAt: string | null;
}

/**
 * Keeps tables up to date with the log: takes batches from the bus, folds each projection, and writes all rows with
 * their checkpoints in one transaction, so a crash leaves every view at an earlier place of the log, never between two.
 * Any number may work on the same tables: of each step one wins, and the others go on from there.
 */
export class Projector {
  private readonly checkpoints = new Map<string, Checkpoint>();
  private readonly waiting = new Map<string, UnknownEvent>();
  /** Projections whose tables another version of Orchard has taken over, and the words for it. */
  private readonly superseded = new Map<string, string>();
  private readonly reachedBy = new Map<string, ReachedPositions>();

  constructor(
    private readonly bus: EventBus,
    private readonly views: ViewStore,
    private readonly projections: readonly AnyProjection[],
    private readonly rest: Pick<Rest, 'take' | 'endNow'> = new Rest(),
  ) {
    for (const { name } of projections) this.reachedBy.set(name, new ReachedPositions());
  }

  /** Makes the tables and reads the checkpoints. @throws ViewNewer */
  async open(head: () => Promise<Position>): Promise<void> {
    this.superseded.clear();
    for (const projection of this.projections) {
      this.moved(projection.name, await this.views.open(projection, head));
    }
  }

  /** Follows the log until the signal aborts. */
  async run(signal: AbortSignal, onBatch: (events: number) => void = () => {}): Promise<void> {
    while (!(await this.follow(signal, onBatch))) {
      for (const projection of this.projections) this.look(projection, await this.views.checkpoint(projection));
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
      waitsAt: this.waiting.get(name)?.message ?? this.superseded.get(name) ?? null,
    }));
  }

  /** @returns whether it is over; if not, another projector moved the checkpoints. */
  private async follow(signal: AbortSignal, onBatch: (events: number) => void): Promise<boolean> {
    for await (const delivery of this.bus.subscribe(this.furthestBehind(), signal)) {
      try {
        await this.project(delivery);
      } catch (error) {
        if (!(error instanceof StepRefused)) throw error;
        await this.rest.take(REST_OF_THE_SLOWER_MILLIS, signal);
        return signal.aborted;
      }
      onBatch(delivery.events.length);
      // Where nothing goes on, a version that knows more may take over.
      if (this.projections.every(({ name }) => this.waiting.has(name))) return true;
      await this.rest.take(REST_MILLIS, signal);
    }
    return true;
  }

  private look({ name, version }: AnyProjection, checkpoint: Checkpoint): void {
    if (checkpoint.version === version) {
      this.moved(name, checkpoint);
      return;
    }
    this.superseded.set(
      name,
      `the tables of ${name} were made by an Orchard whose ${name} have version ${checkpoint.version}; this one writes ` +
        `version ${version} and leaves them alone`,
    );
  }

  private async project({ events, position }: Delivery): Promise<void> {
    const steps: Step[] = [];
    for (const projection of this.projections) {
      if (this.waiting.has(projection.name) || this.superseded.has(projection.name)) continue;
      const checkpoint = this.checkpoints.get(projection.name)!;
      const loadRows: LoadRows = (p, streams) => this.views.rows(p, streams);
      const { step, waitsAt } = await foldBatch(projection, checkpoint, events, loadRows, position);
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
    const positions = [...this.checkpoints.entries()]
      .filter(([name]) => !this.superseded.has(name))
      .map(([, { position }]) => position)
      .sort(comparePositions);
    return positions[0] ?? START;
  }
}
