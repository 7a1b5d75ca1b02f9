import { createConnection } from 'node:net';
import { DEFAULT_PORT } from './address.js';

const PATIENCE_MILLIS = 3_000;
/** "Do you speak TLS?": length 8, then the number PostgreSQL gave this question. Every version answers S or N. */
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

/**
 * Whether what listens there speaks PostgreSQL's protocol; other servers would leave a client waiting.
 * @throws the error of the connection, when nobody listens.
 */
export function speaksPostgres(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host: hostname || 'localhost', port: Number(port || DEFAULT_PORT) });
    const settle = (how: () => void) => {
      clearTimeout(timer);
      socket.destroy();
      how();
    };
    const timer = setTimeout(() => settle(() => resolve(false)), PATIENCE_MILLIS);
    socket.once('connect', () => socket.write(SSL_REQUEST));
    socket.once('data', (answer) =>
      settle(() => resolve(answer.length === 1 && /[SN]/.test(answer.toString('latin1')))),
    );
    socket.once('end', () => settle(() => resolve(false)));
    socket.once('error', (error) => settle(() => reject(error)));
  });
}
