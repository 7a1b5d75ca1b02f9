import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { removeQueues } from '../infra/rabbitmq/removeQueues.js';
import { until } from '../infra/rabbitmq/until.js';
import { describeServer } from '../servers/describeServer.js';
import { ownSchema } from '../servers/ownSchema.js';
import { killAll, OrchardServer, PATIENCE_MILLIS } from './orchardProcess.js';

jest.setTimeout(2 * PATIENCE_MILLIS);

describeServer('postgres', 'roles in processes of their own, on PostgreSQL', (postgres) => {
  describeServer('rabbitmq', 'and RabbitMQ', (rabbitmq) => {
    let env: Record<string, string>;
    let drop: () => Promise<void>;
    const prefix = `test-${randomUUID()}`;

    beforeEach(async () => {
      const schema = await ownSchema(postgres);
      drop = schema.drop;
      env = {
        ORCHARD_EVENT_STORE: 'postgres',
        ORCHARD_TABLES: 'postgres',
        ORCHARD_BUS: 'rabbitmq',
        ORCHARD_POSTGRES_URL: schema.url,
        ORCHARD_RABBITMQ_URL: rabbitmq,
        ORCHARD_RABBITMQ_PREFIX: prefix,
      };
    });

    afterEach(async () => {
      await killAll();
      await drop();
      await removeQueues(rabbitmq, prefix);
    });

    const start = (roles: string) => OrchardServer.startWith(env, '--roles', roles);

    test('serve together; a projector that is killed is followed by the one that stands by', async () => {
      const [first, second, api] = await Promise.all([
        start('projector'),
        start('projector'),
        start('api'),
        start('relay'),
      ]);
      const shown = async (sku: string) => {
        const { position } = await put(api, sku);
        return (await fetch(`${api.url}/v1/products/${sku}?min-position=${position}`)).status;
      };
      await until(async () => (await fetch(`${api.url}/readyz`)).status === 200);
      await until(async () => (await shown('pear_a')) === 200);
      await first.end('SIGKILL');
      await until(async () => (await shown('pear_b')) === 200);
      await until(async () => (await api.get('/readyz')).relay.positions === 0);
      const { troubles, views } = await api.get('/readyz');
      expect(troubles).toEqual([]);
      expect(views.map(({ name }: { name: string }) => name)).toContain('prices');
      expect((await fetch(`${second.url}/v1/products`)).status).toBe(404);
      await until(async () => (await fetch(`${second.url}/readyz`)).status === 200);
    });
  });
});

async function put({ url }: OrchardServer, sku: string): Promise<{ position: string }> {
  const body = JSON.stringify({ name: '雪梨', soldBy: 'piece', unitPrice: 300, floorPrice: 100 });
  const headers = { 'content-type': 'application/json', 'idempotency-key': sku };
  const response = await fetch(`${url}/v1/products/${sku}`, { method: 'PUT', headers, body });
  return (await response.json()) as { position: string };
}
