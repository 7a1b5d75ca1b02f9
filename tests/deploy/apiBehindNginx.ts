import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** An api process as nginx sees one: keeps what it was asked, answers 200 or what it is told to. */
export class ApiBehindNginx {
  readonly asked: { readonly url: string; readonly requestId: string | undefined; readonly bytes: number }[] = [];
  readonly connections = new Set<Socket>();
  answer: RequestListener = (_, response) => response.end('{}');

  private readonly server = createServer(async (request, response) => {
    let bytes = 0;
    for await (const chunk of request) bytes += (chunk as Buffer).length;
    const requestId = request.headers['x-request-id'] as string | undefined;
    this.asked.push({ url: request.url!, requestId, bytes });
    this.answer(request, response);
  });

  static async start(): Promise<ApiBehindNginx> {
    const api = new ApiBehindNginx();
    api.server.on('connection', (socket) => api.connections.add(socket));
    api.server.keepAliveTimeout = 65_000;
    await once(api.server.listen(0, '127.0.0.1'), 'listening');
    return api;
  }

  get address(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** As a process that is killed. */
  async stop(): Promise<void> {
    if (!this.server.listening) return;
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }
}
