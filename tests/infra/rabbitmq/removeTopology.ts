import type { Channel } from 'amqplib';
import { ALL_PROJECTIONS } from '../../../src/infra/bootstrap/allProjections.js';
import { topologyOf } from '../../../src/infra/rabbitmq/topology.js';

/** Removes everything a whole Orchard declared under a prefix. */
export async function removeTopology(channel: Channel, prefix: string): Promise<void> {
  const { events, published, commands, dead, deadLetters, subscribers, queueOf } = topologyOf(ALL_PROJECTIONS, {
    prefix,
  });
  const queues = [commands, deadLetters, ...subscribers.map(({ name }) => queueOf(name))];
  for (const queue of queues) await channel.deleteQueue(queue);
  for (const exchange of [events, published, commands, dead]) await channel.deleteExchange(exchange);
}
