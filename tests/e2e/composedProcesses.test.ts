import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { temporaryFolder } from '../contract/temporaryFolder.js';
import { orchardServices, readCompose } from '../deploy/composeFile.js';
import { removeQueues } from '../infra/rabbitmq/removeQueues.js';
import { until } from '../infra/rabbitmq/until.js';
import { describeServer } from '../servers/describeServer.js';
import { EventStoreStandIn } from '../servers/eventStoreStandIn/eventStoreStandIn.js';
import { ownSchema } from '../servers/ownSchema.js';
import { killAll, OrchardServer, PATIENCE_MILLIS } from './orchardProcess.js';

jest.setTimeout(2 * PATIENCE_MILLIS);

const asOperator = { authorization: 'Bearer operator-of-the-shop', 'content-type': 'application/json' };
const asOrderService = { authorization: 'Bearer orders-of-the-shop', 'content-type': 'application/json' };

describeServer('postgres', 'the processes of docker-compose.yml, with their environment, on PostgreSQL', (postgres) => {
  describeServer('rabbitmq', 'RabbitMQ, a stand-in of EventStoreDB', (rabbitmq) => {
    describeServer('redis', 'and Redis', (redis) => {
      let standIn: EventStoreStandIn;
      let schema: Awaited<ReturnType<typeof ownSchema>>;
      let own: ReturnType<typeof temporaryFolder>;
      const prefix = `test-${randomUUID()}`;

      beforeEach(async () => {
        standIn = await EventStoreStandIn.start();
        schema = await ownSchema(postgres);
        own = temporaryFolder();
      });

      afterEach(async () => {
        await killAll();
        await standIn.stop();
        await schema.drop();
        await removeQueues(rabbitmq, prefix);
        own.remove();
      });

      /** Only where things are is changed: each container has its own address and folder, processes of this machine share them. */
      const here = () => ({
        HOST: '127.0.0.1',
        ORCHARD_DATA_DIR: join(own.folder, 'absent'),
        ORCHARD_EVENTSTOREDB_URL: standIn.url,
        ORCHARD_POSTGRES_URL: schema.url,
        ORCHARD_RABBITMQ_URL: rabbitmq,
        ORCHARD_RABBITMQ_PREFIX: prefix,
        ORCHARD_REDIS_URL: redis,
        ORCHARD_REDIS_PREFIX: prefix,
      });

      test('serve together, write no file, and end when they are told to', async () => {
        const started = await Promise.all(
          orchardServices(readCompose()).map(async ([name, { environment = {} }]) => {
            return [name, await OrchardServer.startWith({ ...environment, ...here() })] as const;
          }),
        );
        const processes = Object.fromEntries(started);
        const [one, two] = [processes['api-1']!, processes['api-2']!];

        const melon = JSON.stringify({ name: '哈密瓜', soldBy: 'piece', unitPrice: 3_000 });
        const put = await fetch(`${one.url}/v1/products/melon`, { method: 'PUT', headers: asOperator, body: melon });
        expect(put.status).toBe(201);
        const { position } = (await put.json()) as { position: string };
        const shown = () => fetch(`${two.url}/v1/products/melon?min-position=${position}`, { headers: asOperator });
        await until(async () => (await shown()).status === 200);

        const basket = JSON.stringify({ quote: 'q1', lines: [{ id: '1', sku: 'melon', quantity: 4 }] });
        const asked = { method: 'POST', headers: asOrderService, body: basket };
        const quote = await fetch(`${two.url}/v1/quotes?min-position=${position}`, asked);
        expect(await quote.json()).toMatchObject({ pay: 12_000 });

        for (const [, { url }] of started) await until(async () => (await fetch(`${url}/readyz`)).status === 200);
        await until(async () => (await one.get('/readyz')).relay.positions === 0);
        expect((await one.get('/readyz')).troubles).toEqual([]);

        const codes = await Promise.all(started.map(([, process]) => process.end('SIGTERM')));
        expect(codes).toEqual(started.map(() => 0));
        expect(existsSync(join(own.folder, 'absent'))).toBe(false);
      });
    });
  });
});
