import type { StoredEvent } from '../../../src/commands/eventStore.js';
import type { DomainEvent, Recorded } from '../../../src/domain/kernel/decider.js';
import type { StoreServer } from '../storeServer.js';
import type { Intention } from '../wanted.js';
import type { World } from '../world.js';
import { ActorsHeldTheRight } from './actorsHeldTheRight.js';
import { AllowanceBook } from './allowanceBook.js';
import { AnsweredIsStoredOnce } from './answeredIsStoredOnce.js';
import { CustomerLimits } from './customerLimits.js';
import { EveryEventHasACommand } from './everyEventHasACommand.js';
import { HoldSteps } from './holdSteps.js';
import { HoldsFollowOrders } from './holdsFollowOrders.js';
import type { AskedCommand, Invariant } from './invariant.js';
import { MoneyAddsUp } from './moneyAddsUp.js';
import { NeverOversold } from './neverOversold.js';
import { NothingIsLeftToDo } from './nothingIsLeftToDo.js';
import { NothingLeaks } from './nothingLeaks.js';
import { OrderLife } from './orderLife.js';
import { QuotesVerify } from './quotesVerify.js';
import { ReturnsFit } from './returnsFit.js';
import { TimeGoesForward } from './timeGoesForward.js';
import { ViewsEqualRebuild } from './viewsEqualRebuild.js';

/** All invariants, asked at every step. */
export class Judges {
  readonly #book = new AllowanceBook();
  readonly #all: readonly Invariant[] = [
    new AnsweredIsStoredOnce(),
    new EveryEventHasACommand(),
    new ActorsHeldTheRight(),
    new TimeGoesForward(),
    new HoldSteps(this.#book),
    // The book is up to date for those that follow.
    this.#book,
    new NeverOversold(this.#book),
    new CustomerLimits(this.#book),
    new OrderLife(),
    new HoldsFollowOrders(this.#book),
    new MoneyAddsUp(),
    new ReturnsFit(),
    new NothingIsLeftToDo(),
    new NothingLeaks(this.#book),
    new QuotesVerify(),
    new ViewsEqualRebuild(),
  ];

  asked(command: AskedCommand): void {
    for (const one of this.#all) one.asked?.(command);
  }

  stored(batch: readonly StoredEvent[]): void {
    for (const event of batch) for (const one of this.#all) one.stored?.(event, batch);
  }

  answered(wanted: Intention, events: readonly Recorded<DomainEvent>[], server: StoreServer): void {
    for (const one of this.#all) one.answered?.(wanted, events, server);
  }

  async atRest(world: World): Promise<void> {
    for (const one of this.#all) await one.atRest?.(world);
  }
}
