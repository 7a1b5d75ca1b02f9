import type { EventStore, Position, StoredEvent } from '../../src/commands/eventStore.js';
import type { Delivery, EventBus } from '../../src/projections/eventBus.js';
import type { Dice } from '../oracle/generate/dice.js';
import type { Mischief } from './faults.js';
import type { Owner, Scheduler } from './scheduler.js';

const REMEMBERED = 40;

/** The bus as unkind as its contract allows: cut anywhere, late, again, old ones after new ones, gone without a word. */
export class SimulatedBus implements EventBus {
  constructor(
    private readonly store: EventStore,
    private readonly scheduler: Scheduler,
    private readonly mischief: Pick<Mischief, 'happens'>,
    private readonly dice: Dice,
    private readonly owner: Owner,
  ) {}

  async *subscribe(after: Position, signal: AbortSignal): AsyncIterable<Delivery> {
    let recent: StoredEvent[] = [];
    for await (const events of this.store.follow(after, signal)) {
      for (const part of this.#cut(events)) {
        if (this.mischief.happens('bus drops its subscriber')) throw new Error('the bus dropped its subscriber');
        await this.scheduler.wait(this.owner, this.dice.between(0, 30), 'deliver');
        const again = this.mischief.happens('events are delivered again') ? this.#some(recent) : [];
        const { position } = part.at(-1)!;
        yield { events: [...again, ...part], position };
        recent = [...recent, ...part].slice(-REMEMBERED);
        if (this.mischief.happens('old events are delivered after new ones')) {
          const old = this.#some(recent);
          // It says what it knew then; after a heartbeat there are no events at all.
          yield { events: old, position: old.at(-1)?.position ?? position };
        }
      }
    }
  }

  #cut(events: readonly StoredEvent[]): readonly (readonly StoredEvent[])[] {
    if (events.length < 2 || this.dice.chance(60)) return [events];
    const cut = this.dice.between(1, events.length - 1);
    return [events.slice(0, cut), events.slice(cut)];
  }

  #some(recent: readonly StoredEvent[]): readonly StoredEvent[] {
    const from = this.dice.between(0, recent.length);
    return recent.slice(from, from + this.dice.between(1, 8));
  }
}
