import { setTimeout as sleep } from 'node:timers/promises';
import { type ChannelModel, connect } from 'amqplib';

const ANSWER_MILLIS = 10_000;
const CLOSE_MILLIS = 1_000;
/** Two of them without a word from the other side, and the connection counts as lost. */
const HEARTBEAT_SECONDS = 5;
/** Older servers have no quorum queues with a delivery limit and at-least-once dead letters. */
const OLDEST = [3, 10] as const;

/** RabbitMQ cannot be used as it is; the message says why and how to mend it. */
export class BusUnavailable extends Error {
  override readonly name = 'BusUnavailable';
}

/**
 * Connects. The purpose is what operators see in the server's list of connections.
 * @throws BusUnavailable
 */
export async function connectTo(url: string, purpose: string): Promise<ChannelModel> {
  const connection = await connect(withHeartbeat(url), {
    noDelay: true,
    timeout: ANSWER_MILLIS,
    clientProperties: { connection_name: `orchard ${purpose}` },
  }).catch((error: unknown) => {
    throw refused(url, error as Error & { code?: unknown });
  });
  // Who uses it hears of the loss where it waits; without a listener it would end the process.
  connection.on('error', () => {});
  const { product, version } = connection.connection.serverProperties;
  if (isSupported(product, version)) return connection;
  await connection.close();
  throw new BusUnavailable(
    `${addressOf(url)} is ${product} ${version}: Orchard needs RabbitMQ ${OLDEST.join('.')} or later.`,
  );
}

/** Closes it; a server that does not answer is not waited for. */
export async function closeConnection(connection: ChannelModel): Promise<void> {
  const answered = new AbortController();
  const late = sleep(CLOSE_MILLIS, 'late', { signal: answered.signal }).catch(() => 'answered');
  const closed = connection.close().catch(() => {});
  if ((await Promise.race([closed, late])) === 'late') socketOf(connection)?.destroy();
  answered.abort();
}

// The library has no way to drop a connection at once.
function socketOf({ connection }: ChannelModel): { destroy(): void } | undefined {
  return (connection as unknown as { stream?: { destroy(): void } }).stream;
}

function withHeartbeat(url: string): string {
  const given = new URL(url);
  if (!given.searchParams.has('heartbeat')) given.searchParams.set('heartbeat', String(HEARTBEAT_SECONDS));
  return given.href;
}

function isSupported(product: string, version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return product === 'RabbitMQ' && (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]));
}

function refused(url: string, error: Error & { code?: unknown }): BusUnavailable {
  const address = addressOf(url);
  return new BusUnavailable(`${whyNot(address, error)} (${error.code ?? error.message})`, { cause: error });
}

function whyNot(address: string, { code, message }: Error & { code?: unknown }): string {
  if (code === 403 || /ACCESS.REFUSED/i.test(message)) {
    return `RabbitMQ at ${address} refuses this user and password: correct ORCHARD_RABBITMQ_URL`;
  }
  // The library reads a refusal here as a wrong answer to the opening of a virtual host.
  if (code === 530 || /ConnectionOpenOk/.test(message)) {
    return `RabbitMQ at ${address} has no such virtual host for this user: make it, or correct ORCHARD_RABBITMQ_URL`;
  }
  if (/header|handshake|frame/i.test(message)) {
    return `what answers at ${address} does not speak AMQP 0-9-1 as RabbitMQ does: correct ORCHARD_RABBITMQ_URL`;
  }
  return `RabbitMQ cannot be reached at ${address}: start it, or correct ORCHARD_RABBITMQ_URL`;
}

/** Without user and password, which have no place in a log. */
export function addressOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || 5672}${pathname}`;
}
