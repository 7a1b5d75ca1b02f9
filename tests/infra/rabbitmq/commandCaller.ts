import { randomUUID } from 'node:crypto';
import { type Channel, type ChannelModel, type ConsumeMessage, connect, type Options } from 'amqplib';

export interface Replied {
  readonly status: number;
  readonly text: string;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, unknown>>;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly json: any;
}

/** An order service on the bus: asks by direct reply-to and waits for what comes with its correlation id. */
export class CommandCaller {
  readonly #waiting = new Map<string, (message: ConsumeMessage) => void>();

  private constructor(
    private readonly connection: ChannelModel,
    readonly channel: Channel,
    private readonly exchange: string,
  ) {}

  static async open(url: string, exchange: string): Promise<CommandCaller> {
    const connection = await connect(url, { noDelay: true });
    const channel = await connection.createChannel();
    const caller = new CommandCaller(connection, channel, exchange);
    const heard = (message: ConsumeMessage | null) => {
      const id = message?.properties.correlationId;
      caller.#waiting.get(id)?.(message!);
      caller.#waiting.delete(id);
    };
    await channel.consume('amq.rabbitmq.reply-to', heard, { noAck: true });
    return caller;
  }

  ask(name: string, message: unknown, options: Options.Publish = {}): Promise<Replied> {
    return this.askRaw(name, Buffer.from(JSON.stringify(message)), options);
  }

  askRaw(name: string, bytes: Buffer, options: Options.Publish = {}): Promise<Replied> {
    const correlationId = options.correlationId ?? randomUUID();
    return new Promise((resolve) => {
      this.#waiting.set(correlationId, ({ content, properties }) => {
        const text = content.toString();
        const { status, ...headers } = properties.headers!;
        resolve({ status, text, contentType: properties.contentType, headers, json: JSON.parse(text) });
      });
      this.tell(name, bytes, { messageId: randomUUID(), ...options, replyTo: 'amq.rabbitmq.reply-to', correlationId });
    });
  }

  /** Sends without asking for an answer, unless the options do. */
  tell(name: string, bytes: Buffer, options: Options.Publish = {}): void {
    this.channel.publish(this.exchange, name, bytes, options);
  }

  close(): Promise<void> {
    return this.connection.close();
  }
}
