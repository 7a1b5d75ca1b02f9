import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { MAX_BODY_BYTES } from '../../src/infra/http/limits.js';
import { temporaryFolder } from '../contract/temporaryFolder.js';
import { describeServer } from '../servers/describeServer.js';
import { ApiBehindNginx } from './apiBehindNginx.js';
import { type Nginx, nginxBefore } from './nginxBefore.js';

describeServer('nginx', 'nginx with deploy/nginx.conf', (program) => {
  let apis: ApiBehindNginx[];
  let nginx: Nginx;
  let remove: () => void;

  beforeEach(async () => {
    apis = [await ApiBehindNginx.start(), await ApiBehindNginx.start()];
    const own = temporaryFolder();
    remove = own.remove;
    nginx = await nginxBefore(
      program,
      apis.map(({ address }) => address),
      own.folder,
    );
  });

  afterEach(async () => {
    await nginx.stop();
    await Promise.all(apis.map((api) => api.stop()));
    remove();
  });

  const idsOf = (path: string) => apis.flatMap(({ asked }) => asked.filter(({ url }) => url === path));
  const post = (bytes: number) => fetch(`${nginx.url}/v1/quotes`, { method: 'POST', body: 'x'.repeat(bytes) });

  test('shares requests out, over connections that it keeps', async () => {
    for (let i = 0; i < 40; i++) expect((await fetch(`${nginx.url}/v1/products`)).status).toBe(200);
    for (const { asked, connections } of apis) {
      expect(asked.length).toBeGreaterThan(10);
      expect(connections.size).toBeLessThan(5);
    }
  });

  const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
  test.each([
    ['the caller’s where it can be kept', { 'x-request-id': 'checkout-7' }, /^checkout-7$/],
    [
      'the trace’s, when the caller gives no other',
      { traceparent: `00-${trace}-00f067aa0ba902b7-01` },
      new RegExp(trace),
    ],
    ['a new one instead of what cannot be kept', { 'x-request-id': '"},{"' }, /^[0-9a-f]{32}$/],
    ['a new one when there is none', {}, /^[0-9a-f]{32}$/],
  ])('a request has one id: %s', async (_, headers: Record<string, string>, id) => {
    await fetch(`${nginx.url}/labelled`, { headers });
    expect(idsOf('/labelled')).toEqual([expect.objectContaining({ requestId: expect.stringMatching(id) })]);
  });

  test('takes a body as large as the api takes, and refuses one byte more in the api’s words', async () => {
    expect((await post(MAX_BODY_BYTES)).status).toBe(200);
    expect(idsOf('/v1/quotes')).toMatchObject([{ bytes: MAX_BODY_BYTES }]);
    const refused = await post(MAX_BODY_BYTES + 1);
    expect([refused.status, refused.headers.get('content-type')]).toEqual([413, 'application/problem+json']);
    const problem = await refused.json();
    expect(problem).toMatchObject({
      status: 413,
      code: 'BODY_TOO_LARGE',
      requestId: refused.headers.get('x-request-id'),
    });
    expect(idsOf('/v1/quotes')).toHaveLength(1);
  });

  test('one api is gone: every request is answered by the other', async () => {
    await post(1);
    await apis[0]!.stop();
    for (let i = 0; i < 10; i++) expect((await post(1)).status).toBe(200);
  });

  test('a command that reached an api is not sent to the other', async () => {
    for (const api of apis) api.answer = ({ socket }) => socket.destroy();
    expect((await post(1)).status).toBe(503);
    expect(idsOf('/v1/quotes')).toHaveLength(1);
  });

  test('no api is left: a problem that says when to ask again', async () => {
    await Promise.all(apis.map((api) => api.stop()));
    const answer = await post(1);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await answer.json()).toMatchObject({ status: 503, code: 'API_UNAVAILABLE' });
  });

  test('a problem of the api passes as it is', async () => {
    for (const api of apis)
      api.answer = (_, response) => response.writeHead(503, { 'retry-after': '60' }).end('{"mine":1}');
    const answer = await fetch(`${nginx.url}/v1/products`);
    expect([answer.headers.get('retry-after'), await answer.text()]).toEqual(['60', '{"mine":1}']);
  });

  test('events are handed on as they come', async () => {
    for (const api of apis) api.answer = (_, response) => response.writeHead(200).write('id: 1\n\n');
    const stop = new AbortController();
    const { body } = await fetch(`${nginx.url}/v1/events`, { signal: stop.signal });
    const { value } = await body!.getReader().read();
    expect(Buffer.from(value!).toString()).toBe('id: 1\n\n');
    stop.abort();
  });
});
