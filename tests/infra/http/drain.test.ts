import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import { Drain } from '../../../src/infra/http/server/drain.js';

const response = () => new ServerResponse(new IncomingMessage(new Socket()));

test('more requests than can be served at once are refused, until one is done', async () => {
  const drain = new Drain(1);
  const ask = () => drain.during(response(), async () => drain.refuseTooMany());
  const first = drain.during(response(), async () => {
    await expect(ask()).rejects.toThrow('Too many requests');
  });
  await first;
  await expect(ask()).resolves.toBeUndefined();
});

test('once it began, connections are not kept', async () => {
  const drain = new Drain();
  const [before, after] = [response(), response()];
  await drain.during(before, async () => {});
  drain.begin();
  await drain.during(after, async () => {});
  expect([before.getHeader('connection'), after.getHeader('connection')]).toEqual([undefined, 'close']);
  expect(drain.signal.aborted).toBe(true);
});
