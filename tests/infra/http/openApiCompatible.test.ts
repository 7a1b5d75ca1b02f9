import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ApiUnderTest, apiUnderTest } from './support/apiUnderTest.js';
import { incompatibilities } from './support/incompatibilities.js';

/** As callers know it. What is new is frozen with a release: FREEZE_OPENAPI=1 npx jest openApiCompatible */
const FROZEN = join('tests', 'samples', 'openapi.json');

// biome-ignore lint/suspicious/noExplicitAny: a document looked into from all sides
type Document = any;

let api: ApiUnderTest;
let now: Document;
beforeAll(async () => {
  api = await apiUnderTest();
  now = (await api.ask('GET', '/openapi.json')).json;
});
afterAll(() => api.close());

const frozen = (): Document => JSON.parse(readFileSync(FROZEN, 'utf8'));

/** The document with one thing changed. */
const changed = (change: (document: Document) => void): Document => {
  const copy = structuredClone(now);
  change(copy);
  return copy;
};

describe('The API', () => {
  test('breaks no caller of the API as it was frozen', () => {
    if (process.env['FREEZE_OPENAPI']) writeFileSync(FROZEN, JSON.stringify(now));
    expect(incompatibilities(frozen(), now)).toEqual([]);
  });
});

describe('What would break callers is noticed:', () => {
  const quote = (document: Document) => document.paths['/v1/quotes'].post;
  const bodyOf = (document: Document) => quote(document).requestBody.content['application/json'].schema;
  const limitOf = (document: Document) =>
    document.paths['/v1/products'].get.parameters.find(({ name }: { name: string }) => name === 'limit');

  test.each<[string, (document: Document) => void, string]>([
    ['a path that is gone', (it) => delete it.paths['/v1/quotes'], 'POST /v1/quotes is gone'],
    ['a method that is gone', (it) => delete it.paths['/v1/products'].get, 'GET /v1/products is gone'],
    ['a role shut out', (it) => quote(it)['x-roles'].shift(), 'POST /v1/quotes no longer lets operator in'],
    ['a new needed field', (it) => bodyOf(it).required.push('channel'), 'POST /v1/quotes body now needs channel'],
    ['a field no longer taken', (it) => delete bodyOf(it).properties.coupons, 'POST /v1/quotes body/coupons is gone'],
    [
      'a tighter bound',
      (it) => {
        bodyOf(it).properties.lines.maxItems = 5;
      },
      'POST /v1/quotes body/lines has a tighter maxItems',
    ],
    [
      'a value no longer taken',
      (it) => bodyOf(it).properties.channel.enum.pop(),
      'POST /v1/quotes body/channel no longer takes app',
    ],
    [
      'another type',
      (it) => {
        limitOf(it).schema.type = 'string';
      },
      'GET /v1/products query limit was integer and is string',
    ],
    [
      'a parameter now needed',
      (it) => {
        limitOf(it).required = true;
      },
      'GET /v1/products now needs query limit',
    ],
    ['an answer that is gone', (it) => delete quote(it).responses['201'], 'POST /v1/quotes no longer answers 201'],
    [
      'a field missing in answers',
      (it) => delete it.components.schemas.product.properties.unitPrice,
      'GET /v1/products 200/items/*/unitPrice is gone',
    ],
    [
      'a field that may be missing',
      (it) => it.components.schemas.product.required.pop(),
      'GET /v1/products 200/items/*/revision may now be missing',
    ],
    [
      'a kind no longer taken',
      (it) => {
        const { terms } = it.paths['/v1/promotions'].post.requestBody.content['application/json'].schema.properties;
        terms.oneOf.shift();
      },
      'POST /v1/promotions body/terms no longer takes the form spend-threshold',
    ],
  ])('%s', (_, change, said) => {
    expect(incompatibilities(now, changed(change))).toContain(said);
  });

  test.each<[string, (document: Document) => void]>([
    [
      'a new path',
      (it) => {
        it.paths['/v1/new'] = it.paths['/v1/quotes'];
      },
    ],
    [
      'a new field that need not be sent',
      (it) => {
        bodyOf(it).properties.more = { type: 'string' };
      },
    ],
    [
      'a new field in answers',
      (it) => {
        it.components.schemas.product.properties.more = { type: 'string' };
      },
    ],
    [
      'a wider bound',
      (it) => {
        bodyOf(it).properties.lines.maxItems = 500;
      },
    ],
    ['another value taken', (it) => bodyOf(it).properties.channel.enum.push('kiosk')],
    [
      'other words',
      (it) => {
        quote(it).summary = 'x';
      },
    ],
  ])('and what would not is let be: %s', (_, change) => {
    expect(incompatibilities(now, changed(change))).toEqual([]);
  });
});
