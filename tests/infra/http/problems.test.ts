import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type EventStore, StoreUnavailable } from '../../../src/commands/eventStore.js';
import type { RunningOrchard } from '../../../src/infra/bootstrap/runningOrchard.js';
import { PROBLEMS } from '../../../src/infra/http/problems/problemTable.js';
import { type ApiUnderTest, apiUnderTest } from './support/apiUnderTest.js';
import { APPLE } from './support/trialShop.js';

let api: ApiUnderTest;
afterEach(() => api?.close());

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? sources(join(folder, entry.name)) : [readFileSync(join(folder, entry.name), 'utf8')],
  );

/** The store with some of its doors replaced. */
const withStore =
  (replaced: Partial<EventStore>) =>
  ({ deps, store }: RunningOrchard) => ({
    deps: {
      ...deps,
      store: {
        append: store.append.bind(store),
        readStream: store.readStream.bind(store),
        readAll: store.readAll.bind(store),
        follow: store.follow.bind(store),
        head: store.head.bind(store),
        close: store.close.bind(store),
        ...replaced,
      },
    },
  });

describe('Problems', () => {
  test('have a page each, where their type leads', async () => {
    api = await apiUnderTest();
    const index = await api.ask('GET', '/problems');
    for (const [code, { status, title }] of Object.entries(PROBLEMS)) {
      const page = await api.ask('GET', `/problems/${code}`);
      expect(page.text).toContain(`# ${code}`);
      expect(page.text).toContain(title);
      expect(index.text).toContain(`${status} [${code}]`);
    }
    expect((await api.ask('GET', '/problems/NO_SUCH')).json.code).toBe('PROBLEM_UNKNOWN');
  });

  test('exist for every code that a decision refuses with', () => {
    const code = /new Rejection\(\s*'([A-Z_]+)'/g;
    const onlyAtOtherDoors = new Set(['NOT_AN_AMOUNT', 'NOT_A_RATE', 'NOT_A_WEIGHT']);
    const thrown = ['src/domain', 'src/commands', 'src/projections']
      .flatMap(sources)
      .flatMap((source) => [...source.matchAll(code)].map((match) => match[1]!))
      .filter((found) => !onlyAtOtherDoors.has(found));
    expect(thrown.length).toBeGreaterThan(15);
    expect(thrown.filter((found) => !Object.hasOwn(PROBLEMS, found))).toEqual([]);
  });

  test('of our own making say nothing of the inside, and are logged', async () => {
    const broken = () => Promise.reject(new Error('SQLITE_CORRUPT at /var/lib/orchard'));
    api = await apiUnderTest({ parts: withStore({ readStream: broken }) });
    const { status, json, text } = await api.ask('PUT', '/v1/products/apple', { body: APPLE });
    expect([status, json.code]).toEqual([500, 'INTERNAL_FAULT']);
    expect(text).not.toMatch(/SQLITE|\/var|at /i);
    expect(api.logged).toEqual([expect.objectContaining({ requestId: json.requestId, path: '/v1/products/apple' })]);
  });

  test('of a store that cannot be reached ask to come again', async () => {
    const gone = () => Promise.reject(new StoreUnavailable('connection refused'));
    api = await apiUnderTest({ parts: withStore({ append: gone }) });
    const { status, json, headers } = await api.ask('PUT', '/v1/products/apple', { body: APPLE });
    expect([status, json.code, headers.get('retry-after')]).toEqual([503, 'STORE_UNAVAILABLE', '1']);
    expect(api.logged).toEqual([]);
  });

  test('of a view that is behind ask to come again', async () => {
    api = await apiUnderTest();
    const { status, json, headers } = await api.ask('GET', '/v1/products?min-position=999999');
    expect([status, json.code, headers.get('retry-after')]).toEqual([503, 'VIEW_BEHIND', '1']);
  });
});
