import type { EventStore } from '../../commands/eventStore.js';
import type { AnyProjection } from '../../projections/projection.js';
import type { RelayProgress } from '../../projections/relayProgress.js';
import { isLoopback } from '../http/requests/callers.js';
import { CommandDoor } from '../rabbitmq/commandDoor.js';
import type { AnswerCommand } from '../rabbitmq/commandMessage.js';
import { addressOf } from '../rabbitmq/connection.js';
import { DeadLetters } from '../rabbitmq/deadLetters.js';
import { QueueBus } from '../rabbitmq/queueBus.js';
import { Relay } from '../rabbitmq/relay.js';
import { SharedConnection } from '../rabbitmq/sharedConnection.js';
import { topologyOf } from '../rabbitmq/topology.js';
import type { Adapters } from './adapterChoices.js';

/** All that a process does with RabbitMQ; nothing is connected before it is used. */
export function rabbitmqParts({ urls, busPrefix }: Adapters, projections: readonly AnyProjection[]) {
  const url = urls.rabbitmq!;
  const topology = topologyOf(
    projections.map(({ name, category }) => ({ name, category })),
    { prefix: busPrefix },
  );
  // A publisher that is blocked by an alarm must not stop the readers: each has a connection of its own.
  const reading = new SharedConnection(url, 'projector');
  const putting = new SharedConnection(url, 'dead letters');
  const deadLetters = new DeadLetters(putting, topology);
  return {
    word: `RabbitMQ ${addressOf(url)}`,
    deadLetters,
    busOf: (store: EventStore) => (projection: AnyProjection) =>
      new QueueBus(projection.name, { connection: reading, topology, store, deadLetters }),
    relay: (store: EventStore, progress: RelayProgress, holder: string) =>
      new Relay({ url, topology, store, progress, holder }),
    /** Whether the server is on this machine. */
    isHere: isLoopback(new URL(url).hostname),
    commandDoor: (answer: AnswerCommand) => new CommandDoor({ url, topology, answer, deadLetters }),
    close: async () => {
      await Promise.all([reading.close(), putting.close()]);
    },
  };
}

export type RabbitmqParts = ReturnType<typeof rabbitmqParts>;
