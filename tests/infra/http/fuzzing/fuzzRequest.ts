// biome-ignore-all lint/suspicious/noExplicitAny: the description is walked, whatever its shape
import type { Dice } from './dice.js';
import { NASTY_TEXTS } from './nasty.js';
import { schemaValue } from './schemaValue.js';

export interface FuzzRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
}

const IDS = ['apple', 'melon', 'ann', 'autumn', 'fuzz1', 'fuzz2', 'fuzz3'];
/** Parameters that make an answer wait, and the run with it. */
const WAITING: ReadonlySet<string> = new Set(['wait', 'min-position']);
const LONE_SURROGATE = /[\ud800-\udfff]/gu;
const TYPES = ['application/json; charset=latin1', 'text/plain', 'application/x-www-form-urlencoded', ''];

/** A request to one of the operations of our own description, right or wrong in any of its parts. */
export function fuzzRequest(document: any, dice: Dice): FuzzRequest {
  const template = dice.pick(Object.keys(document.paths));
  const method = dice.pick(Object.keys(document.paths[template]));
  const operation = document.paths[template][method];
  const body = operation.requestBody && bodyOf(operation, document, dice);
  return {
    method: dice.oneIn(60) ? dice.pick(['DELETE', 'PATCH', 'OPTIONS', 'HEAD']) : method.toUpperCase(),
    path: pathOf(template, dice) + queryOf(operation.parameters ?? [], document, dice),
    headers: headersOf(body, dice),
    body,
  };
}

function pathOf(template: string, dice: Dice): string {
  const path = template.replaceAll(/\{\w+\}/g, () =>
    encoded(dice.oneIn(6) ? dice.pick(NASTY_TEXTS).slice(0, 200) || 'x' : dice.pick(IDS)),
  );
  return dice.oneIn(80) ? `${path}${dice.pick(['/', '//', '/..', '%', '%zz', '%c0%af', ';x=1'])}` : path;
}

function queryOf(parameters: readonly any[], document: any, dice: Dice): string {
  const asked = parameters.filter((one) => one.in === 'query' && dice.oneIn(WAITING.has(one.name) ? 500 : 4));
  const parts = asked.map(({ name, schema }) => `${name}=${encoded(schemaValue(schema, document, dice))}`);
  if (dice.oneIn(50)) parts.push(...parts, `${encoded(dice.pick(NASTY_TEXTS).slice(0, 50))}=1`);
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

function encoded(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return encodeURIComponent(text.slice(0, 500).replaceAll(LONE_SURROGATE, ''));
}

function headersOf(body: Buffer | undefined, dice: Dice): Record<string, string> {
  return {
    ...(body && {
      'content-type': dice.oneIn(60) ? dice.pick(TYPES) : 'application/json',
      'content-length': String(body.length),
    }),
    ...(dice.oneIn(3) && { 'idempotency-key': dice.oneIn(10) ? 'with space' : `key-${dice.below(50)}` }),
    ...(dice.oneIn(2) && { 'if-match': dice.pick(['*', '"0"', 'W/"1"', 'nonsense']) }),
    ...(dice.oneIn(20) && { 'x-request-id': dice.pick(['r-1', 'a b', 'x'.repeat(300)]) }),
    ...(dice.oneIn(20) && { accept: dice.pick(['application/json', 'text/html', '*/*', ';;;']) }),
    ...(dice.oneIn(80) && { 'content-encoding': 'gzip' }),
    ...(dice.oneIn(80) && { authorization: dice.pick(['Bearer x', 'Basic eDp5', 'Bearer']) }),
  };
}

function bodyOf(operation: any, document: any, dice: Dice): Buffer {
  const { schema, example } = operation.requestBody.content['application/json'];
  const value = dice.oneIn(3) && example ? example : schemaValue(schema, document, dice);
  const text = JSON.stringify(value) ?? '';
  switch (dice.below(24)) {
    case 0:
      return Buffer.from(text.slice(0, dice.below(text.length + 1)));
    case 1:
      return flipped(Buffer.from(text), dice);
    case 2:
      return Buffer.from(text.replace('{', `{"sku":1,"sku":2,`));
    case 3:
      return Buffer.from(
        text.replace('{', `{"${dice.pick(['__proto__', 'constructor', 'prototype'])}":{"polluted":true},`),
      );
    case 4:
      return Buffer.from('['.repeat(dice.pick([9, 100, 20_000])));
    case 5:
      return Buffer.from(`${text.replace('{', `{"pad":"${'x'.repeat(dice.oneIn(20) ? 300_000 : 3_000)}",`)}`);
    case 6:
      return Buffer.from(text, 'utf16le');
    default:
      return Buffer.from(text);
  }
}

function flipped(bytes: Buffer, dice: Dice): Buffer {
  if (bytes.length > 0) bytes[dice.below(bytes.length)] = dice.below(256);
  return bytes;
}
