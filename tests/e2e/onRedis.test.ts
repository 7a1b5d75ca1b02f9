import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { until } from '../infra/rabbitmq/until.js';
import { describeServer } from '../servers/describeServer.js';
import { ownSchema } from '../servers/ownSchema.js';
import { killAll, OrchardServer, PATIENCE_MILLIS } from './orchardProcess.js';

jest.setTimeout(2 * PATIENCE_MILLIS);

const MELON = { name: '哈密瓜', soldBy: 'piece', unitPrice: 3_000 };
const OFFER = {
  name: '瓜节',
  kind: 'fixed-amount',
  benefit: { amountOff: 500 },
  scope: { store: true },
};
const basket = { lines: [{ id: '1', sku: 'melon', quantity: 4 }] };

describeServer('postgres', 'two api processes on one PostgreSQL', (postgres) => {
  describeServer('redis', 'and one Redis', (redis) => {
    let schema: Awaited<ReturnType<typeof ownSchema>>;
    let env: Record<string, string>;
    const prefix = `test-${randomUUID()}`;

    beforeEach(async () => {
      schema = await ownSchema(postgres);
      env = {
        ORCHARD_EVENT_STORE: 'postgres',
        ORCHARD_TABLES: 'postgres',
        ORCHARD_POSTGRES_URL: schema.url,
        ORCHARD_PRICING_VIEWS: 'redis',
        ORCHARD_REDIS_URL: redis,
        ORCHARD_REDIS_PREFIX: prefix,
      };
    });

    afterEach(async () => {
      await killAll();
      await schema.drop();
      const client = new Redis(redis);
      const keys = await client.keys(`${prefix}:*`);
      if (keys.length > 0) await client.unlink(...keys);
      client.disconnect();
    });

    const start = (roles: string) => OrchardServer.startWith(env, '--no-demo', '--roles', roles);
    const put = async (server: OrchardServer, path: string, body: object) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(server.url + path, { method: 'PUT', headers, body: JSON.stringify(body) });
      return (await answer.json()) as { position: string };
    };

    test('price alike, say what they price with, and show an emergency stop confirmed', async () => {
      const [projector, one, other] = await Promise.all([start('projector'), start('api'), start('api')]);
      await put(one, '/v1/products/melon', MELON);
      await one.post('/v1/promotions', { promotion: 'melons', terms: OFFER });
      const published = await one.post('/v1/promotions/melons/publish', { reason: '开卖' });
      const priced = async (server: OrchardServer, position: string) =>
        (await server.post(`/v1/quotes?min-position=${position}`, basket)).pay;
      expect([await priced(one, published.position), await priced(other, published.position)]).toEqual([
        11_500, 11_500,
      ]);

      const stopped = await one.post('/v1/promotions/melons/emergency-stop', { reason: '标错价' });
      const began = performance.now();
      const roll = () => other.get(`/v1/pricing-processes?position=${stopped.position}`);
      await until(async () => (await roll()).confirmed === true);
      expect(performance.now() - began).toBeLessThan(5_000);
      expect((await roll()).processes).toHaveLength(2);
      expect([await priced(one, stopped.position), await priced(other, stopped.position)]).toEqual([12_000, 12_000]);

      // One that cannot answer for itself is not taken for gone.
      other.tell('SIGSTOP');
      const repriced = await one.post('/v1/products/melon/price', { unitPrice: 2_000 });
      const left = await one.get(`/v1/pricing-processes?position=${repriced.position}`);
      expect(left.confirmed).toBe(false);
      other.tell('SIGCONT');
      await until(async () => (await one.get(`/v1/pricing-processes?position=${repriced.position}`)).confirmed);
      expect(await other.end('SIGTERM')).toBe(0);
      await until(async () => (await one.get('/v1/pricing-processes')).processes.length === 1);

      await until(async () => (await one.get('/readyz')).shared.lag === 0);
      const { troubles, rules, ready } = await one.get('/readyz');
      expect({ troubles, rules, ready }).toEqual({ troubles: [], rules: stopped.position, ready: true });
      const again = await start('api');
      expect(await priced(again, repriced.position)).toBe(8_000);
      const measured = await (await fetch(`${again.url}/metrics`)).text();
      expect(measured).toContain(`orchard_rules_version ${stopped.position}\n`);
      expect(measured).toContain('orchard_pricing_lookups_total{source="shared"} 1\n');
      expect(measured).toMatch(/^orchard_lag_positions\{view="shared prices"\} \d+$/m);
      expect(await projector.end('SIGTERM')).toBe(0);
    });

    test('start without Redis, with words, and price', async () => {
      const gone = { ...env, ORCHARD_REDIS_URL: 'redis://127.0.0.1:1' };
      const server = await OrchardServer.startWith(gone, '--no-demo');
      expect(server.said.err).toContain(
        'Redis 127.0.0.1:1 does not answer (connect ECONNREFUSED 127.0.0.1:1); meanwhile prices begin with the tables.',
      );
      const { position } = await put(server, '/v1/products/melon', MELON);
      expect((await server.post(`/v1/quotes?min-position=${position}`, basket)).pay).toBe(12_000);
      await until(async () => {
        const { troubles, ready } = await server.get('/readyz');
        return ready && troubles.length > 0;
      });
      const { troubles, shared, ready } = await server.get('/readyz');
      expect({ shared, ready }).toEqual({ shared: { position: null, lag: null, seconds: null }, ready: true });
      expect(troubles).toContain('pricing views');
      expect((await server.get('/v1/pricing-processes')).confirmed).toBeNull();
      expect(await server.end('SIGTERM')).toBe(0);
    });
  });
});
