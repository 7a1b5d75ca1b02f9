import { randomUUID } from 'node:crypto';
import type { EventStore } from '../../../src/commands/eventStore.js';
import { DeadLetters } from '../../../src/infra/rabbitmq/deadLetters.js';
import { QueueBus } from '../../../src/infra/rabbitmq/queueBus.js';
import { Relay } from '../../../src/infra/rabbitmq/relay.js';
import { SharedConnection } from '../../../src/infra/rabbitmq/sharedConnection.js';
import {
  declareCommands,
  declareTopology,
  type Subscriber,
  type Topology,
  topologyOf,
} from '../../../src/infra/rabbitmq/topology.js';
import { MemoryRelayProgress } from './memoryRelayProgress.js';

/** Exchanges and queues of a test's own on a shared RabbitMQ, and all that works on them. */
export class TrialBus {
  readonly progress = new MemoryRelayProgress('0');
  readonly connection: SharedConnection;
  readonly topology: Topology;
  readonly deadLetters: DeadLetters;
  readonly #stops: (() => Promise<void>)[] = [];

  constructor(
    readonly url: string,
    readonly store: EventStore,
    subscribers: readonly Subscriber[],
    limits: { readonly mostWaiting?: number } = {},
  ) {
    this.connection = new SharedConnection(url, 'test');
    this.topology = topologyOf(subscribers, { prefix: `test-${randomUUID()}`, ...limits });
    this.deadLetters = new DeadLetters(this.connection, this.topology);
  }

  async declare(): Promise<void> {
    const channel = await this.connection.channel();
    await declareTopology(channel, this.topology);
    await channel.close();
  }

  async declareCommands(): Promise<void> {
    const channel = await this.connection.channel();
    await declareCommands(channel, this.topology);
    await channel.close();
  }

  bus(subscriber: string): QueueBus {
    const { connection, topology, store, deadLetters } = this;
    return new QueueBus(subscriber, { connection, topology, store, deadLetters });
  }

  /** A relay that runs until it is stopped, at the latest with the trial. */
  relay(given: Partial<ConstructorParameters<typeof Relay>[0]> = {}) {
    const { url, topology, store, progress } = this;
    const stopping = new AbortController();
    const relay = new Relay({ url, topology, store, progress, holder: randomUUID(), ...given });
    const running = relay.run(stopping.signal);
    running.catch(() => {});
    const stop = async () => {
      stopping.abort();
      await running.catch(() => {});
    };
    this.#stops.push(stop);
    return { running, stop };
  }

  async dispose(): Promise<void> {
    await Promise.all(this.#stops.map((stop) => stop()));
    const channel = await this.connection.channel();
    const { events, published, commands, dead, deadLetters, subscribers, queueOf } = this.topology;
    for (const queue of [commands, deadLetters, ...subscribers.map(({ name }) => queueOf(name))])
      await channel.deleteQueue(queue);
    for (const exchange of [events, published, commands, dead]) await channel.deleteExchange(exchange);
    await this.connection.close();
  }
}
