import { expect, test } from '@jest/globals';
import { START, StoreUnavailable } from '../../../src/commands/eventStore.js';
import { openPool } from '../../../src/infra/postgres/pool.js';
import { PostgresEventStore } from '../../../src/infra/postgres/postgresEventStore.js';
import { events, freshStream } from '../../contract/eventStore/sampleEvents.js';
import { describeServer } from '../../servers/describeServer.js';
import { ownSchema } from '../../servers/ownSchema.js';
import { TcpProxy } from '../../servers/tcpProxy.js';

describeServer('postgres', 'a PostgreSQL that says nothing any more', (url) => {
  test('makes no call hang for ever, holds up no other process, and is used again once it speaks', async () => {
    const schema = await ownSchema(url);
    const proxy = await TcpProxy.before(schema.url);
    const pool = openPool(proxy.url);
    const store = await PostgresEventStore.open(pool, proxy.url);
    const otherPool = openPool(schema.url);
    const other = await PostgresEventStore.open(otherPool, schema.url);
    const stream = freshStream();
    const sent = events(1);
    await store.append(freshStream(), 'none', events(1));

    proxy.fallSilent();
    const began = performance.now();
    const outcomes = await Promise.allSettled([
      store.append(stream, 'none', sent),
      store.readAll(START, 10),
      store.head(),
    ]);
    expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason)).toEqual([
      expect.any(StoreUnavailable),
      expect.any(StoreUnavailable),
      expect.any(StoreUnavailable),
    ]);
    expect(performance.now() - began).toBeLessThan(25_000);
    await other.append(freshStream(), 'none', events(1));

    proxy.speak();
    // The outcome was unknown: the same again is stored once.
    await store.append(stream, 'none', sent);
    expect(await other.readStream(stream)).toHaveLength(1);
    await Promise.all([store.close(), other.close()]);
    await Promise.all([pool.end(), otherPool.end()]);
    await proxy.close();
    await schema.drop();
  }, 60_000);
});
