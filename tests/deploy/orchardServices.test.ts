import { describe, expect, test } from '@jest/globals';
import { environment, readConfiguration } from '../../src/infra/bootstrap/configuration.js';
import { ROLES } from '../../src/infra/bootstrap/roles.js';
import { orchardServices, readCompose } from './composeFile.js';

const compose = readCompose();
const ours = orchardServices(compose);

describe('Orchard in docker-compose.yml', () => {
  test.each(ours)(
    '%s is given variables that exist, and a configuration that works',
    (name, { environment: given = {} }) => {
      for (const variable of Object.keys(given)) expect(Object.keys(environment.shape)).toContain(variable);
      const { roles, adapters } = readConfiguration(given);
      expect([...roles]).toEqual([name.replace(/-\d$/, '')]);
      const chosen = { eventStore: 'eventstoredb', tables: 'postgres', bus: 'rabbitmq', pricingViews: 'redis' };
      expect(adapters).toMatchObject(chosen);
    },
  );

  test('the processes together have every role', () => {
    const shared = ours.flatMap(([, { environment: given = {} }]) => [...readConfiguration(given).roles]);
    expect(new Set(shared)).toEqual(new Set(ROLES));
  });

  test.each(ours)('%s waits for the servers that its variables name, with the users they are given', (_, service) => {
    const { urls } = readConfiguration(service.environment ?? {}).adapters;
    const servers = [urls.eventstoredb!, urls.postgres!, urls.rabbitmq!, urls.redis!];
    const [log, tables, bus, shared] = servers.map((url) => new URL(url));
    const { eventstoredb, postgres, rabbitmq } = compose.services;
    expect([log!.hostname, tables!.hostname, bus!.hostname, shared!.hostname].sort()).toEqual(
      Object.keys(service.depends_on ?? {}).sort(),
    );
    expect(log!.port).toBe(eventstoredb?.environment?.['EVENTSTORE_NODE_PORT']);
    expect(postgres?.environment).toMatchObject({
      POSTGRES_USER: tables!.username,
      POSTGRES_PASSWORD: tables!.password,
      POSTGRES_DB: tables!.pathname.slice(1),
    });
    expect(rabbitmq?.environment).toMatchObject({
      RABBITMQ_DEFAULT_USER: bus!.username,
      RABBITMQ_DEFAULT_PASS: bus!.password,
    });
  });

  test('an api listens to nginx and asks who calls; the others listen to nobody outside', () => {
    for (const [, { environment: given = {} }] of ours) {
      const { host, tokens, roles, demo } = readConfiguration(given);
      if (roles.has('api')) expect([host, tokens.length, demo]).toEqual(['0.0.0.0', 2, false]);
      else expect(host).toBe('127.0.0.1');
    }
  });
});
