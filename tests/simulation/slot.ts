import type { Dice } from '../oracle/generate/dice.js';
import type { Owner } from './scheduler.js';
import { type Role, SimulatedProcess } from './simulatedProcess.js';
import type { World } from './world.js';

const supervisor: Owner = { name: 'supervisor', alive: true };
const MOST_SKEW_MILLIS = 5 * 60_000;
const MOST_AWAY_MILLIS = 2 * 60_000;

/** A place where a process runs, again after each death. Its machine's clock may be wrong, each time otherwise. */
export class Slot {
  process!: SimulatedProcess;
  skewMillis = 0;
  #lives = 0;

  constructor(
    private readonly world: World,
    readonly name: string,
    private readonly role: Role,
    private readonly keepsTables = false,
  ) {}

  start(): void {
    const { mischief, dice, plan } = this.world;
    const isWrong = mischief.happens('clock is wrong by minutes');
    this.skewMillis = isWrong ? this.#wrongBy(dice) : dice.between(-20, 20);
    this.#lives++;
    const seed =
      plan.seed * 31 + 1_000 * this.#lives + this.name.length * 7 + this.name.charCodeAt(this.name.length - 1);
    const name = `${this.name} life ${this.#lives}`;
    const died = () => this.#startAgain();
    this.process = new SimulatedProcess(this.world, name, this.role, this.keepsTables, this.skewMillis, seed, died);
    void this.process.start();
  }

  #startAgain(): void {
    const { scheduler, dice, trace } = this.world;
    trace.line(`  ${this.name} died`);
    scheduler.after(supervisor, dice.acrossScales(200, MOST_AWAY_MILLIS), `start ${this.name}`, () => this.start());
  }

  // Often all the way; where timekeepers are behind, orders outlive their holds by the clocks of others.
  #wrongBy(dice: Dice): number {
    if (this.role === 'timekeeper' && this.world.timekeepersAreBehind) return -MOST_SKEW_MILLIS;
    return dice.pick([-MOST_SKEW_MILLIS, dice.between(-MOST_SKEW_MILLIS, MOST_SKEW_MILLIS), MOST_SKEW_MILLIS]);
  }
}
