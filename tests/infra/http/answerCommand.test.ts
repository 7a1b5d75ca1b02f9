import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type AnswerCommand, answerCommand } from '../../../src/infra/http/carried/answerCommand.js';
import { CARRIED_COMMANDS } from '../../../src/infra/http/carried/carriedCommands.js';
import { type ApiUnderTest, apiUnderTest } from './support/apiUnderTest.js';
import { bearer, TOKENS } from './support/callersOfEveryRole.js';
import { FOUR_MELONS, givenTrialShop } from './support/trialShop.js';

let api: ApiUnderTest;
let answer: AnswerCommand;
beforeAll(async () => {
  api = await apiUnderTest();
  const position = await givenTrialShop(api);
  await api.orchard.deps.view.reached(position);
  answer = answerCommand({ ...api.deps, tokens: TOKENS }, false);
});
afterAll(() => api.close());

const JSON_BODY = { 'content-type': 'application/json' };
let made = 0;
const ask = async (name: string, body: string | Uint8Array, headers: Record<string, string> = {}, by = answer) => {
  const all = { ...JSON_BODY, ...bearer('order-service'), 'idempotency-key': `key-${made++}`, ...headers };
  const { text, ...answered } = await by({ name, body: Buffer.from(body), headers: all });
  return { ...answered, json: JSON.parse(text) };
};
const quote = JSON.stringify(FOUR_MELONS);

describe('A command in a message', () => {
  test('that is no command is told which there are', async () => {
    const { status, json, refusal } = await ask('price-qoute', quote);
    expect([status, json.code, json.facts.commands]).toEqual([404, 'COMMAND_UNKNOWN', Object.keys(CARRIED_COMMANDS)]);
    expect(refusal).toBe('COMMAND_UNKNOWN: No command has this name; facts.commands has all there are.');
    for (const name of ['__proto__', 'constructor', 'toString', '']) {
      expect((await ask(name, quote)).json.code).toBe('COMMAND_UNKNOWN');
    }
  });

  test('says who asks by its token alone, unless all of it is on one machine', async () => {
    expect((await ask('price-quote', quote, bearer('auditor'))).json.code).toBe('ROLE_MISSING');
    const untold = (by: AnswerCommand) =>
      by({ name: 'price-quote', body: Buffer.from(quote), headers: { ...JSON_BODY, 'idempotency-key': 'untold' } });
    expect((await untold(answer)).refusal).toMatch(/^TOKEN_MISSING: /);
    expect((await untold(answerCommand(api.deps, true))).status).toBe(201);
    expect((await ask('price-quote', quote, { authorization: 'Bearer x' }, answerCommand(api.deps, true))).status).toBe(
      401,
    );
  });

  test('has an id, for it may come again', async () => {
    const headers = { ...JSON_BODY, ...bearer('order-service') };
    const { text } = await answer({ name: 'price-quote', body: Buffer.from(quote), headers });
    expect(JSON.parse(text)).toMatchObject({ status: 400, code: 'MESSAGE_ID_MISSING' });
    expect((await ask('price-quote', quote, { 'idempotency-key': 'with space' })).json.code).toBe('HEADER_INVALID');
  });

  const BAD_BODIES: readonly (readonly [string, string | Uint8Array])[] = [
    ['BODY_NOT_JSON', '{"lines":['],
    ['BODY_NOT_UTF8', Uint8Array.of(0xff, 0xfe)],
    ['BODY_KEY_REFUSED', '{"__proto__":{"role":"admin"}}'],
    ['BODY_KEY_TWICE', '{"lines":[],"lines":[]}'],
    ['BODY_TOO_DEEP', `{"a":${'['.repeat(20)}${']'.repeat(20)}}`],
    ['BODY_TOO_LARGE', ' '.repeat(300_000)],
    ['BODY_INVALID', 'null'],
  ];
  test.each(BAD_BODIES.map(([code, body]) => ({ code, body })))(
    'is refused like a body over HTTP: $code',
    async ({ code, body }) => {
      expect((await ask('price-quote', body)).json.code).toBe(code);
    },
  );

  test('that names no order says so by the name the field has in it', async () => {
    for (const body of ['{}', '[]', '7', '{"order":{"a":1}}', '{"order":"a/../b"}']) {
      const { json } = await ask('pay-order', body);
      expect([json.code, json.errors[0].pointer, json.instance]).toEqual([
        'BODY_INVALID',
        '/order',
        '/v1/orders/{id}/pay',
      ]);
    }
  });

  test('takes what HTTP has in the query from headers', async () => {
    const named = '{"customer":"tried","tier":"gold"}';
    const tried = await ask('register-customer', named, { 'dry-run': 'true' });
    expect([tried.status, tried.headers['orchard-dry-run']]).toEqual([200, 'true']);
    expect((await api.ask('GET', '/v1/customers/tried')).status).toBe(404);
    expect((await ask('register-customer', named, { 'dry-run': 'perhaps' })).json.code).toBe('QUERY_INVALID');
    expect((await ask('price-quote', quote, { 'min-position': '1', other: 'x' })).status).toBe(201);
  });

  test('in other media is refused', async () => {
    for (const odd of [{ 'content-type': 'text/xml' }, { 'content-encoding': 'gzip' }] as const) {
      expect((await ask('price-quote', quote, odd)).json.code).toBe('MEDIA_TYPE_UNSUPPORTED');
    }
  });

  test('of any bytes is answered, and nothing is our fault', async () => {
    const names = Object.keys(CARRIED_COMMANDS);
    for (let one = 0; one < 1_000; one++) {
      const bytes = Buffer.from(one % 2 === 0 ? quote : '{"order":"o1","allowance":"a.b","hold":"h","customer":"c"}');
      const noise = randomBytes(1 + (one % 5));
      noise.copy(bytes, Math.floor(Math.random() * bytes.length));
      const { refusal, json } = await ask(names[one % names.length]!, one % 3 === 0 ? noise : bytes);
      expect([json.code, refusal === null]).not.toEqual(['INTERNAL_FAULT', false]);
    }
    expect(api.logged).toEqual([]);
    expect(({} as Record<string, unknown>)['role']).toBeUndefined();
  });
});
