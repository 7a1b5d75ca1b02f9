import { once } from 'node:events';
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Stands between a client and its server, and can fall silent: connections stay open and nothing comes through. It can
 * also cut them, close only the way to the server, and be slow.
 */
export class TcpProxy {
  static async before(url: string): Promise<TcpProxy> {
    const target = new URL(url);
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new TcpProxy(target, server, (server.address() as AddressInfo).port);
  }

  readonly #sockets = new Set<Socket>();
  readonly #toServer = new Set<Socket>();
  #silent = false;
  #delayMillis = 0;

  private constructor(
    private readonly target: URL,
    private readonly server: ReturnType<typeof createServer>,
    private readonly port: number,
  ) {
    server.on('connection', (socket) => this.#join(socket));
  }

  /** The server's URL by way of this proxy. */
  get url(): string {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String(this.port);
    return url.href;
  }

  fallSilent(): void {
    this.#silent = true;
  }

  /** What was silent is cut; new connections come through. */
  speak(): void {
    this.#silent = false;
    this.cut();
  }

  /** Every connection ends; new ones come through. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  /** The server hears that its clients have ended, and they hear what it still says. */
  halfClose(): void {
    for (const socket of this.#toServer) socket.end();
  }

  /** Everything from now on comes so much later, in order; 0: at once. */
  delay(millis: number): void {
    this.#delayMillis = millis;
  }

  async close(): Promise<void> {
    this.speak();
    this.server.close();
    await once(this.server, 'close');
  }

  #join(client: Socket): void {
    const server = createConnection({ host: this.target.hostname, port: Number(this.target.port) });
    this.#toServer.add(server);
    server.on('close', () => this.#toServer.delete(server));
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      this.#sockets.add(from);
      let last = Promise.resolve();
      from.on('data', (chunk) => {
        if (this.#silent) return;
        if (this.#delayMillis === 0) {
          // Nothing overtakes what is still on its way.
          last = last.then(() => void to.write(chunk));
          return;
        }
        const due = sleep(this.#delayMillis);
        last = last.then(() => due).then(() => void to.write(chunk));
      });
      from.on('error', () => {});
      from.on('close', () => {
        this.#sockets.delete(from);
        to.destroy();
      });
    }
  }
}
