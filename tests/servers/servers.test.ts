import { createConnection } from 'node:net';
import { expect, test } from '@jest/globals';
import { describeServer, type Server } from './describeServer.js';

const STARTED: readonly Server[] = ['postgres', 'redis', 'rabbitmq'];

for (const server of STARTED) {
  describeServer(server, `the ${server} of the test run`, (url) => {
    test('answers at its address', async () => {
      const { hostname, port } = new URL(url);
      const answers = await new Promise((resolve) => {
        const socket = createConnection({ host: hostname, port: Number(port) });
        const end = (answer: boolean) => {
          socket.destroy();
          resolve(answer);
        };
        socket.once('connect', () => end(true)).once('error', () => end(false));
      });
      expect(answers).toBe(true);
    });
  });
}
