import type { Channel, ChannelModel, ConfirmChannel } from 'amqplib';
import { closeConnection, connectTo } from './connection.js';

/** One connection of a process for one purpose, made when it is needed first and again after it was lost. */
export class SharedConnection {
  #opening: Promise<ChannelModel> | null = null;
  #closed = false;

  constructor(
    private readonly url: string,
    private readonly purpose: string,
  ) {}

  /** @throws BusUnavailable */
  async channel(): Promise<Channel> {
    return withListener(await (await this.#connection()).createChannel());
  }

  /** A channel whose messages the server confirms. @throws BusUnavailable */
  async confirmChannel(): Promise<ConfirmChannel> {
    return withListener(await (await this.#connection()).createConfirmChannel());
  }

  async close(): Promise<void> {
    this.#closed = true;
    const connection = await this.#opening?.catch(() => null);
    if (connection) await closeConnection(connection);
  }

  async #connection(): Promise<ChannelModel> {
    if (this.#closed) throw new Error('the connection to RabbitMQ is closed');
    this.#opening ??= this.#open();
    return this.#opening;
  }

  async #open(): Promise<ChannelModel> {
    const forget = () => {
      this.#opening = null;
    };
    try {
      const connection = await connectTo(this.url, this.purpose);
      connection.once('close', forget);
      return connection;
    } catch (error) {
      forget();
      throw error;
    }
  }
}

// Calls and waiting reads tell of a channel's end; without a listener its error would end the process.
function withListener<C extends Channel>(channel: C): C {
  channel.on('error', () => {});
  return channel;
}
