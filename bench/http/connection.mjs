import { connect } from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');

/**
 * One kept-alive connection that asks one thing at a time. It knows just enough of HTTP/1.1 for our own servers, and
 * costs a tenth of `fetch`: a load generator on the same cores takes from the server what it uses itself.
 */
export class Connection {
  #socket;
  #host;
  #received = [];
  #bytes = 0;
  /** Bytes that the answer under way has in all; undefined until its head is there. */
  #whole;
  #head;
  #waiting;

  /** @throws when nobody listens. */
  static async open(url) {
    const { hostname, port, host } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return new Connection(socket, host);
  }

  constructor(socket, host) {
    this.#socket = socket;
    this.#host = host;
    socket.on('data', (chunk) => this.#take(chunk));
    socket.on('error', () => {});
    socket.on('close', () => this.#settle('reject', new Error('the server hung up')));
  }

  /** Posts JSON, or gets when there is none. @returns { status, text() } @throws when the server hangs up before its answer. */
  ask(path, body) {
    const head = `${body === undefined ? 'GET' : 'POST'} ${path} HTTP/1.1\r\nHost: ${this.#host}\r\n`;
    const rest =
      body === undefined
        ? '\r\n'
        : `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      if (this.#socket.destroyed) this.#settle('reject', new Error('the server hung up'));
      else this.#socket.write(head + rest);
    });
  }

  close() {
    this.#socket.destroy();
  }

  #take(chunk) {
    this.#received.push(chunk);
    this.#bytes += chunk.length;
    if (this.#whole === undefined) {
      if (this.#received.length > 1) this.#received = [Buffer.concat(this.#received)];
      const end = this.#received[0].indexOf(HEAD_END);
      if (end < 0) return;
      this.#head = this.#received[0].latin1Slice(0, end);
      this.#whole = end + 4 + Number(/content-length: *(\d+)/i.exec(this.#head)?.[1] ?? 0);
    }
    if (this.#bytes < this.#whole) return;
    const answer = this.#received.length > 1 ? Buffer.concat(this.#received) : this.#received[0];
    const [status, start] = [Number(this.#head.slice(9, 12)), this.#head.length + 4];
    this.#received = [];
    this.#bytes = 0;
    this.#whole = undefined;
    this.#settle('resolve', { status, text: () => answer.toString('utf8', start) });
  }

  #settle(how, value) {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.[how](value);
  }
}
