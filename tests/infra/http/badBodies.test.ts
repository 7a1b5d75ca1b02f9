import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ApiUnderTest, apiUnderTest } from './support/apiUnderTest.js';
import { FOUR_MELONS, givenTrialShop } from './support/trialShop.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiUnderTest();
  await givenTrialShop(api);
});
afterAll(() => api.close());

const send = (raw: string | Uint8Array, headers: Record<string, string> = {}) =>
  api.ask('POST', '/v1/quotes', { raw, headers });
const line = (fields: string) => `{"lines":[{"id":"1","sku":"melon",${fields}}]}`;

describe('A body', () => {
  test.each([
    ['{"lines":', 400, 'BODY_NOT_JSON', 'at position 9 there is the end instead of a value'],
    ['{"lines":[1,]}', 400, 'BODY_NOT_JSON', 'at position 12'],
    ["{'lines':1}", 400, 'BODY_NOT_JSON', 'a key in double quotes'],
    ['{"a":1} x', 400, 'BODY_NOT_JSON', 'instead of the end'],
    ['{"a":"\n"}', 400, 'BODY_NOT_JSON', 'control characters'],
    ['{"a":NaN}', 400, 'BODY_NOT_JSON', 'a value'],
    ['[[[[[[[[[1]]]]]]]]]', 400, 'BODY_TOO_DEEP', 'deeper than 8'],
    ['{"__proto__":{"admin":true}}', 400, 'BODY_KEY_REFUSED', '/__proto__'],
    ['{"lines":[{"constructor":{"prototype":1}}]}', 400, 'BODY_KEY_REFUSED', '/lines/0/constructor'],
    ['{"\\u005f_proto__":1}', 400, 'BODY_KEY_REFUSED', '/__proto__'],
    ['{"points":1,"points":2}', 400, 'BODY_KEY_TWICE', '/points'],
    ['{"a":{"b":1,"\\u0062":2}}', 400, 'BODY_KEY_TWICE', '/a/b'],
    ['{"customer":"a\\u0000b"}', 400, 'BODY_TEXT_REFUSED', '/customer'],
    ['{"customer":"\\ud800"}', 400, 'BODY_TEXT_REFUSED', '/customer'],
    ['"lines"', 422, 'BODY_INVALID', '1 fault'],
    ['null', 422, 'BODY_INVALID', '1 fault'],
  ])('%s is answered %i %s', async (raw, status, code, words) => {
    const answer = await send(raw);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
    expect(answer.json.detail).toContain(words);
  });

  test.each([
    [line('"quantity":1.5'), '/lines/0/quantity', 'WRONG_TYPE'],
    [line('"quantity":0'), '/lines/0/quantity', 'TOO_SMALL'],
    [line('"quantity":100001'), '/lines/0/quantity', 'TOO_BIG'],
    [line('"quantity":1e400'), '/lines/0/quantity', 'WRONG_TYPE'],
    [line('"grams":-1'), '/lines/0/grams', 'TOO_SMALL'],
    [line('"quantity":"1"'), '/lines/0/quantity', 'WRONG_TYPE'],
    [line('"quantity":1,"price":1'), '/lines/0/price', 'UNKNOWN_FIELD'],
    [line('"quantity":1,"a/b~c":1'), '/lines/0/a~1b~0c', 'UNKNOWN_FIELD'],
    ['{"lines":[]}', '/lines', 'TOO_SMALL'],
    ['{}', '/lines', 'MISSING'],
    ['{"lines":[{"id":"1","sku":"a-b","quantity":1}]}', '/lines/0/sku', 'WRONG_FORMAT'],
    [`{"lines":[],"channel":"fax"}`, '/channel', 'NOT_ALLOWED'],
  ])('%s is refused at %s with %s', async (raw, pointer, code) => {
    const { status, json } = await send(raw);
    expect([status, json.code]).toEqual([422, 'BODY_INVALID']);
    expect(json.errors).toContainEqual({ pointer, code, detail: expect.any(String) });
  });

  test('of bytes that are not UTF-8 is refused', async () => {
    const bytes = Buffer.concat([Buffer.from('{"customer":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]);
    expect(await send(bytes)).toMatchObject({ status: 400, json: { code: 'BODY_NOT_UTF8' } });
  });

  test('of another media type or compressed is refused', async () => {
    const json = JSON.stringify(FOUR_MELONS);
    for (const type of ['text/plain', 'application/xml', 'application/json; charset=latin1', '']) {
      expect(await send(json, { 'content-type': type })).toMatchObject({ status: 415 });
    }
    expect(await send(json, { 'content-encoding': 'gzip' })).toMatchObject({ status: 415 });
    expect(await send(json, { 'content-type': 'application/json; charset="UTF-8"' })).toMatchObject({ status: 201 });
  });

  test('of 256 KB is read, of one byte more is not', async () => {
    const padded = (bytes: number) => JSON.stringify(FOUR_MELONS).padEnd(bytes);
    expect((await send(padded(256 * 1024))).status).toBe(201);
    expect(await send(padded(256 * 1024 + 1))).toMatchObject({ status: 413, json: { code: 'BODY_TOO_LARGE' } });
  });

  test('of far too many lines names the bound', async () => {
    const lines = Array.from({ length: 201 }, (_, index) => ({ id: `l${index}`, sku: 'melon', quantity: 1 }));
    const { json } = await send(JSON.stringify({ lines }));
    expect(json.errors).toContainEqual({ pointer: '/lines', code: 'TOO_BIG', detail: 'must have at most 200 entries' });
  });

  test('with thousands of faults is answered with the first of them and their number', async () => {
    const fields = Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [`f${index}`, 1]));
    const { json } = await send(JSON.stringify({ ...FOUR_MELONS, ...fields }));
    expect([json.errors.length, json.errorsInAll]).toEqual([500, 3_000]);
  });
});
