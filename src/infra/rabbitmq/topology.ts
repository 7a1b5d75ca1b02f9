import type { Channel, Options } from 'amqplib';

/**
 * A message that took its reader down this often is put aside; a reader that is only ended or cut off gives its messages
 * back too, so the limit is wide.
 */
export const DELIVERIES = 20;
/** Where more wait, the bus takes no more for the queue; its reader then finds the rest in the log. */
const MOST_WAITING = 250_000;
/** Where more commands wait, senders are refused: they hear it by publisher confirms. */
const MOST_COMMANDS = 100_000;
/** Beyond this the oldest are dropped: what is put aside is for people, and nothing rests on it. */
const MOST_DEAD = 100_000;

/** Who reads which events of the log. */
export interface Subscriber {
  readonly name: string;
  /** Of the streams whose events it takes. */
  readonly category: string;
}

/** The exchanges and queues of one Orchard. Several share a virtual host when their prefixes differ. */
export interface Topology {
  readonly prefix: string;
  /** Topic exchange of the log's events, routed by `category.type`. */
  readonly events: string;
  /** Topic exchange of what others may read of it, routed by `category.type` of the published name. */
  readonly published: string;
  /** Topic exchange of what others ask, routed by the name of the command, and the one queue all of it waits in. */
  readonly commands: string;
  /** Fanout exchange of what was put aside, and the queue that keeps it. */
  readonly dead: string;
  readonly deadLetters: string;
  readonly subscribers: readonly Subscriber[];
  /** In the queue of one subscriber. */
  readonly mostWaiting: number;
  /** One ordered queue a subscriber. */
  readonly queueOf: (subscriber: string) => string;
}

export function topologyOf(
  subscribers: readonly Subscriber[],
  { prefix = 'orchard', mostWaiting = MOST_WAITING } = {},
): Topology {
  return {
    prefix,
    events: `${prefix}.events`,
    published: `${prefix}.published`,
    commands: `${prefix}.commands`,
    dead: `${prefix}.dead`,
    deadLetters: `${prefix}.dead-letters`,
    subscribers,
    mostWaiting,
    queueOf: (subscriber) => `${prefix}.projection.${subscriber}`,
  };
}

export function routingKeyOf(category: string, type: string): string {
  return `${category}.${type}`;
}

/** What is declared otherwise than this version of Orchard needs it. */
export class TopologyMismatch extends Error {
  override readonly name = 'TopologyMismatch';
}

/**
 * Declares everything; what is there already stays as it is.
 * @throws TopologyMismatch when it is there with other arguments; the channel is closed then.
 */
export async function declareTopology(channel: Channel, topology: Topology): Promise<void> {
  const { events, published, subscribers, queueOf } = topology;
  for (const exchange of [events, published]) {
    await declared(`exchange ${exchange}`, () => channel.assertExchange(exchange, 'topic', { durable: true }));
  }
  await declareDeadLetters(channel, topology);
  for (const { name, category } of subscribers) {
    const queue = queueOf(name);
    await declared(`queue ${queue}`, () => channel.assertQueue(queue, orderedQueue(topology)));
    await channel.bindQueue(queue, events, routingKeyOf(category, '#'));
  }
}

/**
 * Declares what commands come by and where they are put aside.
 * @throws TopologyMismatch when it is there with other arguments; the channel is closed then.
 */
export async function declareCommands(channel: Channel, { commands, dead, deadLetters }: Topology): Promise<void> {
  await declareDeadLetters(channel, { dead, deadLetters });
  await declared(`exchange ${commands}`, () => channel.assertExchange(commands, 'topic', { durable: true }));
  await declared(`queue ${commands}`, () => channel.assertQueue(commands, commandsQueue()));
  await channel.bindQueue(commands, commands, '#');
}

async function declareDeadLetters(
  channel: Channel,
  { dead, deadLetters }: Pick<Topology, 'dead' | 'deadLetters'>,
): Promise<void> {
  await declared(`exchange ${dead}`, () => channel.assertExchange(dead, 'fanout', { durable: true }));
  await declared(`queue ${deadLetters}`, () => channel.assertQueue(deadLetters, deadLettersQueue()));
  await channel.bindQueue(deadLetters, dead, '');
}

/** Replicated and on disk; one reader at a time, so that its messages come in order, and others that stand by. */
function orderedQueue({ dead, mostWaiting }: Topology): Options.AssertQueue {
  return {
    durable: true,
    arguments: {
      'x-queue-type': 'quorum',
      'x-single-active-consumer': true,
      'x-delivery-limit': DELIVERIES,
      'x-max-length': mostWaiting,
      // All three, or a dead letter may be lost on its way.
      'x-dead-letter-exchange': dead,
      'x-dead-letter-strategy': 'at-least-once',
      'x-overflow': 'reject-publish',
    },
  };
}

/**
 * Any number of readers. It names no dead letter exchange: what expires is dropped, since nobody waits for it any more;
 * what has come too often its reader puts aside itself, long before the server's own limit drops it.
 */
function commandsQueue(): Options.AssertQueue {
  return {
    durable: true,
    arguments: {
      'x-queue-type': 'quorum',
      'x-delivery-limit': 1_000_000,
      'x-max-length': MOST_COMMANDS,
      'x-overflow': 'reject-publish',
    },
  };
}

function deadLettersQueue(): Options.AssertQueue {
  return {
    durable: true,
    arguments: {
      'x-queue-type': 'quorum',
      'x-max-length': MOST_DEAD,
      'x-overflow': 'drop-head',
      // To look at one is to give it back; newer servers would drop it after twenty looks.
      'x-delivery-limit': 1_000_000,
    },
  };
}

async function declared(what: string, declare: () => Promise<unknown>): Promise<void> {
  try {
    await declare();
  } catch (error) {
    if ((error as { code?: unknown }).code !== 406) throw error;
    throw new TopologyMismatch(
      `RabbitMQ has the ${what} with other arguments than Orchard needs (${(error as Error).message}): ` +
        'delete it when nothing else uses it, or give Orchard names of its own with ORCHARD_RABBITMQ_PREFIX.',
      { cause: error },
    );
  }
}
