import type { Channel } from 'amqplib';
import { ALL_PROJECTIONS } from '../../../src/infra/bootstrap/allProjections.js';
import { topologyOf } from '../../../src/infra/rabbitmq/topology.js';

/** Removes everything a whole Orchard declared under a prefix. */
export async function removeTopology(channel: Channel, prefix: string): Promise<void> {
  const { events, dead, deadLetters, subscribers, queueOf } = topologyOf(ALL_PROJECTIONS, { prefix });
  for (const queue of [deadLetters, ...subscribers.map(({ name }) => queueOf(name))]) await channel.deleteQueue(queue);
  for (const exchange of [events, dead]) await channel.deleteExchange(exchange);
}
