import { describe, expect, test } from '@jest/globals';
import { BadConfiguration, readConfiguration } from '../../../src/infra/bootstrap/configuration.js';

function faultsOf(env: Record<string, string>): string {
  try {
    readConfiguration(env);
  } catch (error) {
    expect(error).toBeInstanceOf(BadConfiguration);
    return (error as Error).message;
  }
  throw new Error('nothing is wrong with it');
}

describe('the adapters', () => {
  test('are those of the embedded profile unless others are chosen', () => {
    expect(readConfiguration({}).adapters).toEqual({
      eventStore: 'sqlite',
      tables: 'sqlite',
      bus: 'in-process',
      pricingViews: 'memory',
      busPrefix: 'orchard',
      redisPrefix: 'orchard',
      urls: {},
    });
  });

  test('know their servers, also those that nothing chose', () => {
    const { urls } = readConfiguration({
      ORCHARD_POSTGRES_URL: 'postgres://orchard:secret@db.example:5432/orchard',
      ORCHARD_EVENTSTOREDB_URL: 'esdb+discover://one.example:2113,two.example:2113?tls=false',
    }).adapters;
    expect(urls).toEqual({
      postgres: 'postgres://orchard:secret@db.example:5432/orchard',
      eventstoredb: 'esdb+discover://one.example:2113,two.example:2113?tls=false',
    });
  });

  test('a search server is refused: nothing would ask it', () => {
    expect(faultsOf({ ORCHARD_SEARCH_URL: 'http://search.example:9200' })).toContain(
      'ORCHARD_SEARCH_URL: must be left out: no search server is spoken to in this build yet, SQL searches',
    );
  });

  test('Redis for pricing views asks where it is', () => {
    expect(faultsOf({ ORCHARD_PRICING_VIEWS: 'redis' })).toContain(
      'ORCHARD_REDIS_URL: must say where the server is, because ORCHARD_PRICING_VIEWS is redis',
    );
    const given = { ORCHARD_PRICING_VIEWS: 'redis', ORCHARD_REDIS_URL: 'redis://cache.example:6379' };
    expect(readConfiguration(given).adapters).toMatchObject({ pricingViews: 'redis', redisPrefix: 'orchard' });
  });

  test('a server of another kind behind a variable is refused with what it should be', () => {
    const faults = faultsOf({ ORCHARD_POSTGRES_URL: 'amqp://localhost', ORCHARD_REDIS_URL: 'localhost:6379' });
    expect(faults).toContain('ORCHARD_POSTGRES_URL: must be a URL that begins with postgres:// or postgresql://');
    expect(faults).toContain('ORCHARD_REDIS_URL: must be a URL that begins with redis:// or rediss://');
  });

  test('a product nobody knows is refused with those that can be chosen', () => {
    expect(faultsOf({ ORCHARD_EVENT_STORE: 'oracle' })).toMatch(/ORCHARD_EVENT_STORE: .*"sqlite".*"postgres"/);
  });
});

describe('the roles', () => {
  const SHARED = {
    ORCHARD_EVENT_STORE: 'postgres',
    ORCHARD_TABLES: 'postgres',
    ORCHARD_POSTGRES_URL: 'postgres://db.example/orchard',
  };

  test('are all of them unless some are chosen', () => {
    expect([...readConfiguration({}).roles]).toEqual(['api', 'relay', 'projector', 'timekeeper']);
    expect([...readConfiguration({ ...SHARED, ORCHARD_ROLES: 'relay, projector' }).roles]).toEqual([
      'relay',
      'projector',
    ]);
  });

  test('that nobody knows are refused with those there are', () => {
    expect(faultsOf({ ...SHARED, ORCHARD_ROLES: 'api,cook' })).toContain(
      'must be some of api, relay, projector, timekeeper, with commas between them',
    );
  });

  test('are not shared out where other processes reach neither log nor tables', () => {
    expect(faultsOf({ ORCHARD_ROLES: 'api' })).toContain(
      'ORCHARD_ROLES: must be all of api, relay, projector, timekeeper while ORCHARD_TABLES is sqlite',
    );
  });
});
