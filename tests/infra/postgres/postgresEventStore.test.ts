import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { RevisionConflict, START, StoreUnavailable } from '../../../src/commands/eventStore.js';
import { openPool, type Pool } from '../../../src/infra/postgres/pool.js';
import { PostgresEventStore } from '../../../src/infra/postgres/postgresEventStore.js';
import { anEvent, events, freshStream, idsOf } from '../../contract/eventStore/sampleEvents.js';
import { describeServer, skippedFor } from '../../servers/describeServer.js';
import { ownSchema, rowsOf, run } from '../../servers/ownSchema.js';
import * as postgres from '../../servers/postgres.mjs';

interface Node {
  readonly store: PostgresEventStore;
  readonly pool: Pool;
  readonly close: () => Promise<void>;
}

/** One process's view of the log: its own pool and listener. */
async function node(url: string): Promise<Node> {
  const pool = openPool(url);
  const store = await PostgresEventStore.open(pool, url);
  const close = async () => {
    await store.close();
    await pool.end();
  };
  return { store, pool, close };
}

describeServer('postgres', 'the log in PostgreSQL, besides the contract', (url) => {
  let schema: Awaited<ReturnType<typeof ownSchema>>;
  let one: Node;
  let other: Node;

  beforeEach(async () => {
    schema = await ownSchema(url);
    [one, other] = await Promise.all([node(schema.url), node(schema.url)]);
  });

  afterEach(async () => {
    await Promise.all([one.close(), other.close()]);
    await schema.drop();
  });

  test('gives positions without a gap, whatever fails in between', async () => {
    const stream = freshStream();
    const twice = anEvent();
    const outcomes = await Promise.allSettled([
      one.store.append(stream, 'none', events(3)),
      one.store.append(stream, 'none', events(2)),
      one.store.append(freshStream(), 'none', [twice, twice]),
      one.store.append(freshStream(), 'none', events(2)),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect((await one.store.readAll(START, 10)).map(({ position }) => position)).toEqual(['1', '2', '3', '4', '5']);
  });

  test('puts appends that come together into one transaction, in which a conflict fails alone', async () => {
    const stream = freshStream();
    const appends = [
      one.store.append(stream, 'none', events(1)),
      one.store.append(stream, 'none', events(1)),
      one.store.append(freshStream(), 'none', events(2)),
      one.store.append(stream, 0, events(2)),
    ];
    const outcomes = await Promise.allSettled(appends);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(outcomes[1]).toMatchObject({ reason: expect.any(RevisionConflict) });
    const transactions = await rowsOf(schema.url, 'SELECT count(DISTINCT xmin::text)::integer AS count FROM events');
    expect(transactions).toEqual([{ count: 1 }]);
  });

  test('refuses an event id it holds, and only the append that brings it', async () => {
    const known = anEvent();
    await one.store.append(freshStream(), 'none', [known]);
    const stream = freshStream();
    const refused = other.store.append(stream, 'none', [anEvent(), known]);
    const others = events(2);
    const stored = other.store.append(stream, 'none', others);
    await expect(refused).rejects.toThrow(RangeError);
    await expect(refused).rejects.toThrow(known.id);
    await stored;
    expect(idsOf(await one.store.readStream(stream))).toEqual(idsOf(others));
  });

  test('of fifty writers on one stream in two processes none is lost and every one gets through', async () => {
    const stream = freshStream();
    const tries: number[] = [];
    const ids: string[] = [];
    const writer = async ({ store }: Node) => {
      for (let round = 0; round < 4; round++) {
        const event = anEvent();
        for (let tried = 1; ; tried++) {
          const [last] = await store.readStream(stream, { direction: 'backward', limit: 1 });
          try {
            await store.append(stream, last?.revision ?? 'none', [event]);
            tries.push(tried);
            ids.push(event.id);
            break;
          } catch (error) {
            if (!(error instanceof RevisionConflict)) throw error;
          }
        }
      }
    };
    await Promise.all(Array.from({ length: 50 }, (_, n) => writer(n % 2 ? one : other)));
    const stored = await one.store.readStream(stream);
    expect(stored.map(({ revision }) => revision)).toEqual(Array.from({ length: 200 }, (_, n) => n));
    expect(idsOf(stored).sort()).toEqual(ids.sort());
    // Each round somebody wins, so the unluckiest needs no more tries than there are wins.
    expect(Math.max(...tries)).toBeLessThanOrEqual(200);
  }, 60_000);

  test('shows a follower in one process every commit of the other, in order, while both write', async () => {
    const stop = new AbortController();
    const seen: string[] = [];
    const following = (async () => {
      for await (const page of other.store.follow(START, stop.signal)) {
        seen.push(...page.map(({ position }) => position));
        if (seen.length >= 400) return;
      }
    })();
    await Promise.all(
      Array.from({ length: 200 }, (_, n) => (n % 2 ? one : other).store.append(freshStream(), 'none', events(2))),
    );
    await following;
    stop.abort();
    expect(seen).toEqual(Array.from({ length: 400 }, (_, n) => String(n + 1)));
  });

  test('is woken by a commit of another process long before it would look for itself', async () => {
    const stop = new AbortController();
    const pages = other.store.follow(START, stop.signal)[Symbol.asyncIterator]();
    await one.store.append(freshStream(), 'none', events(1));
    await pages.next();
    const millis: number[] = [];
    for (let n = 0; n < 20; n++) {
      const next = pages.next();
      await new Promise((resolve) => setImmediate(resolve));
      const began = performance.now();
      await one.store.append(freshStream(), 'none', events(1));
      await next;
      millis.push(performance.now() - began);
    }
    stop.abort();
    await pages.next();
    expect(millis.sort((a, b) => a - b)[10]).toBeLessThan(500);
  });

  test('refuses a log of a newer version and says what to do', async () => {
    await run(schema.url, `INSERT INTO orchard_migrations VALUES ('log', 2, 'log002', 'x')`);
    const pool = openPool(schema.url);
    await expect(PostgresEventStore.open(pool, schema.url)).rejects.toThrow(
      /was written by a newer Orchard \(log schema 2, this one knows 1\): install that version or name another/,
    );
    await pool.end();
  });

  test('is made by one of many processes that start at once', async () => {
    const empty = await ownSchema(url);
    const nodes = await Promise.all(Array.from({ length: 6 }, () => node(empty.url)));
    await Promise.all(nodes.map(({ store }) => store.append(freshStream(), 'none', events(1))));
    expect(await nodes[0]!.store.head()).toBe('6');
    await Promise.all(nodes.map(({ close }) => close()));
    await empty.drop();
  });
});

describeServer('postgres', 'a PostgreSQL that is killed and comes back', () => {
  if (!postgres.installed()) return skippedFor('postgres', "needs Debian's package: only that one can be killed here");
  const folder = mkdtempSync(join(tmpdir(), 'orchard-postgres-'));
  let server: Awaited<ReturnType<typeof postgres.start>>;
  let it: Node;

  beforeAll(async () => {
    chmodSync(folder, 0o711);
    server = await postgres.start(join(folder, 'server'));
    it = await node(server.url);
  });

  afterAll(async () => {
    await it.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('loses nothing that was answered, and the same store goes on by itself', async () => {
    const stop = new AbortController();
    const followed: string[] = [];
    const following = (async () => {
      while (!stop.signal.aborted) {
        try {
          const after = String(followed.length);
          for await (const page of it.store.follow(after, stop.signal)) followed.push(...idsOf(page));
        } catch (error) {
          if (!(error instanceof StoreUnavailable)) throw error;
        }
      }
    })();
    const answered: string[] = [];
    let wanted = 60;
    const writer = async () => {
      const stream = freshStream();
      for (let expected: number | 'none' = 'none'; answered.length < wanted; ) {
        const event = anEvent();
        // After an unknown outcome the same again, until it is known.
        for (;;) {
          try {
            expected = (await it.store.append(stream, expected, [event])).revision;
            answered.push(event.id);
            break;
          } catch (error) {
            if (!(error instanceof StoreUnavailable)) throw error;
          }
        }
      }
    };
    const writing = Array.from({ length: 8 }, writer);
    while (answered.length < 30) await new Promise((resolve) => setImmediate(resolve));
    await server.kill();
    wanted = answered.length + 60;
    server = await postgres.start(join(folder, 'server'), { port: server.port });
    await Promise.all(writing);
    const stored = idsOf(await it.store.readAll(START, 10_000));
    expect(new Set(stored).size).toBe(stored.length);
    expect(answered.filter((id) => !stored.includes(id))).toEqual([]);
    while (followed.length < stored.length) await new Promise((resolve) => setImmediate(resolve));
    stop.abort();
    await following;
    expect(followed).toEqual(stored);
  }, 60_000);
});
