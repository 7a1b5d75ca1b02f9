import { once } from 'node:events';
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net';

/** Stands between a client and its server, and can fall silent: connections stay open and nothing comes through. */
export class TcpProxy {
  static async before(url: string): Promise<TcpProxy> {
    const target = new URL(url);
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new TcpProxy(target, server, (server.address() as AddressInfo).port);
  }

  readonly #sockets = new Set<Socket>();
  #silent = false;

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
    for (const socket of this.#sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.speak();
    this.server.close();
    await once(this.server, 'close');
  }

  #join(client: Socket): void {
    const server = createConnection({ host: this.target.hostname, port: Number(this.target.port) });
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      this.#sockets.add(from);
      from.on('data', (chunk) => this.#silent || to.write(chunk));
      from.on('error', () => {});
      from.on('close', () => {
        this.#sockets.delete(from);
        to.destroy();
      });
    }
  }
}
