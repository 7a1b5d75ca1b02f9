import { afterAll, beforeAll, expect } from '@jest/globals';
import { openPool } from '../../src/infra/postgres/pool.js';
import { PostgresEventStore } from '../../src/infra/postgres/postgresEventStore.js';
import { describeServer } from '../servers/describeServer.js';
import { ownSchema } from '../servers/ownSchema.js';
import { eventStoreContract } from './eventStoreContract.js';

describeServer('postgres', 'on a real PostgreSQL', (url) => {
  let schema: Awaited<ReturnType<typeof ownSchema>>;
  beforeAll(async () => {
    schema = await ownSchema(url);
  });
  afterAll(() => schema.drop());

  async function open() {
    let pool = openPool(schema.url);
    let store = await PostgresEventStore.open(pool, schema.url);
    const close = async () => {
      await store.close();
      expect(store.followersWaiting).toBe(0);
      if (!pool.ended) await pool.end();
    };
    const reopen = async () => {
      await close();
      pool = openPool(schema.url);
      store = await PostgresEventStore.open(pool, schema.url);
      return store;
    };
    return { store, reopen, dispose: close };
  }

  eventStoreContract('PostgreSQL', open, { durable: true });
});
