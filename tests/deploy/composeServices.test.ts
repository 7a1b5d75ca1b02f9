import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { composeText, FILLED_IN, readCompose } from './composeFile.js';

const compose = readCompose();
const services = Object.entries(compose.services);
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

describe('docker-compose.yml', () => {
  test('has the parts of a whole shop: two api behind nginx, a relay, two projectors, a timekeeper, the servers', () => {
    expect(services.map(([name]) => name).sort()).toEqual(
      [
        'api-1',
        'api-2',
        'eventstoredb',
        'nginx',
        'postgres',
        'projector-1',
        'projector-2',
        'rabbitmq',
        'redis',
        'relay',
      ].concat('timekeeper'),
    );
  });

  test.each(services)('%s has a pinned image, a health check, and comes back after a restart', (_, service) => {
    expect(service.image).toMatch(/^[a-z]+(?:\/[a-z]+)?:\d+\.\d+(?:\.\d+)?(?:-[a-z0-9.-]+)?$/);
    expect(service.healthcheck.test[0]).toBe('CMD');
    expect(service).toMatchObject({ restart: 'unless-stopped' });
  });

  test.each(services)('%s waits for services that exist until they are healthy', (_, { depends_on = {} }) => {
    for (const [awaited, { condition }] of Object.entries(depends_on)) {
      expect(Object.keys(compose.services)).toContain(awaited);
      expect(condition).toBe('service_healthy');
    }
  });

  test.each(services)('%s is in networks, keeps its data in volumes and takes files that exist', (_, service) => {
    for (const network of service.networks) expect(Object.keys(compose.networks)).toContain(network);
    for (const volume of service.volumes ?? []) {
      const [from] = volume.split(':') as [string];
      expect([from, from.startsWith('./') ? existsSync(from) : from in compose.volumes]).toEqual([from, true]);
    }
  });

  test('nothing but nginx can be reached from outside', () => {
    expect(compose.networks['inside']).toEqual({ internal: true });
    for (const [name, { ports, networks }] of services) {
      if (name !== 'nginx') expect([name, ports, networks]).toEqual([name, undefined, ['inside']]);
    }
    expect(compose.services['nginx']?.ports).toEqual(['127.0.0.1:8080:8080']);
  });

  test('the image of Orchard is that of this version', () => {
    expect(compose.services['relay']?.image).toBe(`orchard:${version}`);
  });
});

describe('secrets', () => {
  test.each(Object.keys(FILLED_IN))('%s is asked for with words; nothing starts without it', (name) => {
    expect(() => readCompose({ ...FILLED_IN, [name]: '' })).toThrow(`required variable ${name} is missing a value: `);
  });

  test('none stands in the file: every password and token is a variable', () => {
    const holdsSecret = /PASS|TOKEN|SECRET/;
    const written = parse(composeText, { merge: true }) as ReturnType<typeof readCompose>;
    for (const { environment = {} } of Object.values(written.services)) {
      for (const [name, value] of Object.entries(environment)) {
        if (holdsSecret.test(name)) expect([name, value]).toEqual([name, expect.stringMatching(/^\$\{\w+:\?[^}]*\}$/)]);
        const [, password] = /^\w+:\/\/\w+:(.*)@/.exec(value) ?? [];
        if (password !== undefined)
          expect([name, password]).toEqual([name, expect.stringMatching(/^\$\{\w+:\?[^}]*\}$/)]);
      }
    }
  });

  test('.env.example names every variable, and no secret has a value in it', () => {
    const example = readFileSync('.env.example', 'utf8');
    const used = new Set([...composeText.matchAll(/\$\{(\w+)/g)].map(([, name]) => name!));
    const named = new Set([...example.matchAll(/^(?:# )?(\w+)=/gm)].map(([, name]) => name!));
    expect(named).toEqual(used);
    for (const name of Object.keys(FILLED_IN)) expect(example).toMatch(new RegExp(`^${name}=$`, 'm'));
    expect(readFileSync('.gitignore', 'utf8').split('\n')).toContain('.env');
  });
});
