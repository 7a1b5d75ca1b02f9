import { MemoryEventStore } from '../../../src/infra/memory/memoryEventStore.js';
import { CommandDoor } from '../../../src/infra/rabbitmq/commandDoor.js';
import type { AnswerCommand } from '../../../src/infra/rabbitmq/commandMessage.js';
import { CommandCaller } from './commandCaller.js';
import { TrialBus } from './trialBus.js';

/** A door for commands on a bus of the test's own, and an order service before it. */
export class TrialDoor {
  readonly heldUp: string[] = [];
  readonly #stops: (() => Promise<void>)[] = [];

  private constructor(
    readonly trial: TrialBus,
    readonly caller: CommandCaller,
  ) {}

  static async open(url: string): Promise<TrialDoor> {
    const trial = new TrialBus(url, new MemoryEventStore(), []);
    await trial.declareCommands();
    return new TrialDoor(trial, await CommandCaller.open(url, trial.topology.commands));
  }

  /** Answers until it is stopped, at the latest with the trial; resolves when it takes commands. */
  async answers(answer: AnswerCommand, atOnce?: number) {
    const { url, topology, deadLetters } = this.trial;
    const door = new CommandDoor({ url, topology, answer, deadLetters, ...(atOnce !== undefined && { atOnce }) });
    const stopping = new AbortController();
    let alive = () => {};
    const taking = new Promise<void>((resolve) => {
      alive = resolve;
    });
    const running = door.run(stopping.signal, alive, (why) => this.heldUp.push(why));
    const stop = async () => {
      stopping.abort();
      await running.catch(() => {});
    };
    this.#stops.push(stop);
    await Promise.race([taking, running]);
    return { running, stop };
  }

  /** `reason` of every message put aside. */
  async putAside(): Promise<readonly string[]> {
    return (await this.trial.deadLetters.list({ limit: 100 })).map(({ reason }) => reason);
  }

  /** How many commands wait. */
  async waiting(): Promise<number> {
    return (await this.caller.channel.checkQueue(this.trial.topology.commands)).messageCount;
  }

  async close(): Promise<void> {
    await Promise.all(this.#stops.map((stop) => stop()));
    await this.caller.close();
    await this.trial.dispose();
  }
}
