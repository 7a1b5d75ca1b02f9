import { once } from 'node:events';
import { connect } from 'node:net';
import type { Dice } from './dice.js';

const BAD_HTTP = [
  'GET\r\n\r\n',
  'GET / HTTP/9.9\r\n\r\n',
  'G\0T / HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET /livez HTTP/1.1\r\n\r\n',
  'GET /livez HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n',
  `GET /${'a'.repeat(40_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
  `GET /livez HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(40_000)}\r\n\r\n`,
  'POST /v1/quotes HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  'POST /v1/quotes HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n',
  'POST /v1/quotes HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: -1\r\n\r\n',
  'POST /v1/quotes HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"lines',
  '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  ' GET /livez HTTP/1.1\r\nHost: x\r\n\r\n',
  'GET http://other.example/livez HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
] as const;

/** Sends what is no request, hangs up, and answers what came back, if anything. */
export async function badHttp(port: number, dice: Dice): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk.toString('latin1');
  });
  socket.on('error', () => {});
  socket.end(Buffer.from(dice.pick(BAD_HTTP), 'latin1'));
  await once(socket, 'close');
  return answer;
}
