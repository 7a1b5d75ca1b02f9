import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ApiUnderTest, apiUnderTest } from './support/apiUnderTest.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiUnderTest();
});
afterAll(() => api.close());

/** What the server says to bytes that no client would send. */
const sendRaw = (bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(api.url).port), '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.on('data', (data) => {
      answer += data.toString();
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });

describe('The edges of the door', () => {
  test('a path that is not there', async () => {
    for (const path of ['/', '/v1', '/v1/products/', '/V1/products', '/v1/unknown', '/v1//products']) {
      const { status, json } = await api.ask('GET', path);
      expect([path, status, json.code]).toEqual([path, 404, 'PATH_UNKNOWN']);
    }
  });

  test('a method that a path does not take', async () => {
    for (const [method, path, allow] of [
      ['DELETE', '/v1/products/x', 'GET, HEAD, PUT'],
      ['PATCH', '/v1/quotes', 'POST, GET, HEAD'],
      ['POST', '/livez', 'GET, HEAD'],
      ['OPTIONS', '/v1/quotes', 'POST, GET, HEAD'],
    ]) {
      const { status, json, headers } = await api.ask(method!, path!);
      expect([status, json.code, headers.get('allow')]).toEqual([405, 'METHOD_NOT_ALLOWED', allow]);
    }
  });

  test('HEAD is answered like GET, without the body', async () => {
    const response = await fetch(`${api.url}/livez`, { method: 'HEAD' });
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([200, '15', '']);
  });

  test('an id that cannot be one says what ids look like', async () => {
    const { status, json } = await api.ask('GET', '/v1/products/a-b');
    expect([status, json.code, json.errors[0].pointer]).toEqual([400, 'PATH_INVALID', '/sku']);
    expect((await api.ask('GET', '/v1/products/%c3')).json.code).toBe('PATH_INVALID');
  });

  test('a parameter nobody knows is named', async () => {
    const { status, json } = await api.ask('GET', '/v1/products?colour=red');
    expect([status, json.code]).toEqual([400, 'QUERY_INVALID']);
    expect(json.errors).toEqual([{ pointer: '/colour', code: 'UNKNOWN_FIELD', detail: expect.any(String) }]);
  });

  test('what is not HTTP', async () => {
    const answer = await sendRaw('GARBAGE\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('"code":"HTTP_INVALID"');
  });

  test('headers without end', async () => {
    const answer = await sendRaw(`GET /livez HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect(answer).toContain('"code":"HEADERS_TOO_LARGE"');
  });

  test('a body announced far too large is refused before it comes', async () => {
    const head = 'POST /v1/quotes HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
    const answer = await sendRaw(`${head}Content-Length: 99999999\r\n\r\n{`);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  test('a caller that hangs up in the middle disturbs nobody', async () => {
    const socket = connect(Number(new URL(api.url).port), '127.0.0.1');
    await new Promise<void>((resolve) => {
      socket.write(
        'POST /v1/quotes HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{',
        () => resolve(),
      );
    });
    socket.destroy();
    expect((await api.ask('GET', '/livez')).status).toBe(200);
    expect(api.logged).toEqual([]);
  });

  test('every answer carries a request id and is not to be kept or sniffed', async () => {
    const { headers } = await api.ask('GET', '/v1/products');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect([headers.get('cache-control'), headers.get('x-content-type-options')]).toEqual(['no-store', 'nosniff']);
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('a web page of another name that points here is nobody', async () => {
    const answer = await sendRaw('GET /v1/products HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 401 /);
  });
});
