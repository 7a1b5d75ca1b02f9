import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readConfiguration } from '../../src/infra/bootstrap/configuration.js';
import {
  HEADERS_TIMEOUT_MILLIS,
  KEEP_ALIVE_MILLIS,
  MAX_BODY_BYTES,
  MAX_HEADER_BYTES,
  MAX_WAIT_SECONDS,
  REQUEST_TIMEOUT_MILLIS,
} from '../../src/infra/http/limits.js';
import { Problem } from '../../src/infra/http/problems/problem.js';
import { problemResponse } from '../../src/infra/http/problems/problemResponse.js';
import { orchardServices, readCompose } from './composeFile.js';

const conf = readFileSync('deploy/nginx.conf', 'utf8');
const compose = readCompose();
const upstream = /upstream api \{([^}]*)\}/.exec(conf)![1]!;

function settingOf(directive: string, text = conf): string {
  return new RegExp(`^\\s*${directive} (.*);$`, 'm').exec(text)![1]!;
}

const millis = (directive: string, text?: string) => 1000 * Number(/^(\d+)s$/.exec(settingOf(directive, text))![1]);

describe('deploy/nginx.conf', () => {
  test('hands requests to every api of docker-compose.yml, where it listens', () => {
    const listening = orchardServices(compose).flatMap(([name, { environment = {} }]) => {
      const { roles, port } = readConfiguration(environment);
      return roles.has('api') ? [`${name}:${port}`] : [];
    });
    const servers = [...upstream.matchAll(/^\s*server (\S+)/gm)].map(([, server]) => server);
    expect(servers).toEqual(listening);
    expect(servers).toHaveLength(2);
  });

  test('waits for both, listens where its port is published and its health is asked', () => {
    const { depends_on, ports, healthcheck } = compose.services['nginx']!;
    expect(Object.keys(depends_on!)).toEqual(['api-1', 'api-2']);
    const listens = settingOf('listen');
    expect(ports![0]!.endsWith(`:${listens}`)).toBe(true);
    expect(healthcheck.test.at(-1)).toBe(`http://127.0.0.1:${listens}/livez`);
  });

  test('bounds requests as the api does', () => {
    expect(settingOf('client_max_body_size')).toBe(`${MAX_BODY_BYTES / 1024}k`);
    expect(settingOf('large_client_header_buffers')).toBe(`4 ${MAX_HEADER_BYTES / 1024}k`);
    expect(millis('client_header_timeout')).toBe(HEADERS_TIMEOUT_MILLIS);
    expect(millis('client_body_timeout')).toBe(REQUEST_TIMEOUT_MILLIS);
    const tooLarge = new Problem('BODY_TOO_LARGE', `A body holds at most ${MAX_BODY_BYTES} bytes.`);
    expect(conf).toContain(problemResponse(tooLarge, '$known_id', '/').text);
  });

  test('closes a connection before the api does, and waits for an answer longer than the api takes', () => {
    expect(millis('keepalive_timeout', upstream)).toBeLessThan(KEEP_ALIVE_MILLIS);
    expect(millis('proxy_read_timeout')).toBeGreaterThan(1000 * MAX_WAIT_SECONDS);
  });
});
