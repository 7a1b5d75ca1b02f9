import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cloudEventSchema } from '../../../src/commands/published/cloudEvent.js';
import { PUBLISHED_TYPES, publishedType } from '../../../src/commands/published/publishedEvents.js';
import { type ApiUnderTest, apiUnderTest } from './support/apiUnderTest.js';
import { bearer, TOKENS } from './support/callersOfEveryRole.js';
import { givenTrialShop } from './support/trialShop.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiUnderTest({ parts: () => ({ tokens: TOKENS }) });
  await givenTrialShop(api);
  await api.ask('PUT', '/v1/customers/theirs', { body: {}, headers: bearer('admin', 'other') });
  await api.ask('PUT', '/v1/customers/ours', { body: {} });
});
afterAll(() => api.close());

const JSON_ANSWER = { headers: { accept: 'application/json' } };

const read = async (query: string, path = '/v1/events') => {
  const { headers, text } = await api.ask('GET', `${path}?${query}`);
  const events = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return { events, next: headers.get('orchard-position') };
};
const all = async () => (await api.ask('GET', '/v1/events?limit=1000', JSON_ANSWER)).json;
const typesOf = (events: { type: string }[]) => [...new Set(events.map(({ type }) => type))];

describe('The feed of events', () => {
  test('is read in stretches that miss nothing, from any position on', async () => {
    const { events: whole, next: end } = await all();
    const positions: string[] = [];
    for (let after: string | null = '0'; after !== end; ) {
      const { events, next } = await read(`after=${after}&limit=3`);
      positions.push(...events.map(({ position }) => position));
      after = next;
    }
    expect(positions).toEqual(whole.map(({ position }: { position: string }) => position));
  });

  test('is of CloudEvents whose data is as the schema of their type says, and shows nothing of other shops', async () => {
    const { events } = await read('limit=1000');
    for (const event of events) {
      expect(cloudEventSchema.strict().parse(event)).toEqual(event);
      expect(publishedType(event.type)?.data.strict().parse(event.data)).toEqual(event.data);
    }
    expect(events.some(({ subject }) => subject.includes('theirs'))).toBe(false);
    expect(events.at(-1)).toMatchObject({
      type: 'orchard.customer-registered.v1',
      source: '/shops/demo',
      subject: 'customer/ours',
      actor: 'demo',
      data: { customer: 'ours' },
    });
  });

  test('comes as lines, as an object, or as a batch of CloudEvents', async () => {
    const { events } = await read('limit=2');
    const { json } = await api.ask('GET', '/v1/events?limit=2', JSON_ANSWER);
    const batch = await api.ask('GET', '/v1/events?limit=2', {
      headers: { accept: 'application/cloudevents-batch+json' },
    });
    expect([json.events, batch.json]).toEqual([events, events]);
  });

  test('is cut to types, to a subject, and to a time', async () => {
    const repriced = await read('type=orchard.product-repriced.v1,orchard.customer-registered.v1&limit=1000');
    expect(typesOf(repriced.events)).toEqual(['orchard.product-repriced.v1', 'orchard.customer-registered.v1']);
    expect(repriced.next).toBe((await all()).next);
    const autumn = await read('subject=promotion/autumn');
    expect(typesOf(autumn.events)).toEqual(['orchard.promotion-drafted.v1', 'orchard.promotion-published.v1']);
    const { time } = autumn.events[1];
    expect((await read(`since=${time}&subject=promotion/autumn`)).events.at(-1)).toEqual(autumn.events[1]);
    expect((await read(`until=${time}&limit=1000`)).events.every((event) => event.time < time)).toBe(true);
    expect((await read('since=2099-01-01T00:00:00Z')).events).toEqual([]);
  });

  test('waits for what comes next, passing over what is not wanted', async () => {
    const { next } = await all();
    const waiting = read(`after=${next}&wait=10&type=orchard.customer-tier-set.v1`);
    await api.ask('PUT', '/v1/customers/late', { body: { tier: 'gold' } });
    expect((await waiting).events.map(({ type, subject }) => [type, subject])).toEqual([
      ['orchard.customer-tier-set.v1', 'customer/late'],
    ]);
  });

  test('waits no longer than asked', async () => {
    const { next } = await all();
    expect(await read(`after=${next}&wait=1`)).toEqual({ events: [], next });
  });

  test('takes nothing but positions, numbers, instants and types there are', async () => {
    for (const query of [
      'after=-1',
      'after=x',
      'after=007',
      'limit=0',
      'limit=1001',
      'wait=31',
      'from=1',
      'after=1&after=2',
      'type=promotion-published',
      'type=constructor',
      'subject=autumn',
      'since=yesterday',
    ]) {
      const { status, json } = await api.ask('GET', `/v1/events?${query}`);
      expect([query, status, json.code]).toEqual([query, 400, 'QUERY_INVALID']);
    }
    expect((await read('after=999999999999999')).events).toEqual([]);
  });
});

describe('The stream of events', () => {
  /** Server-sent events as they come, until enough were read. */
  const streamed = async (enough: (text: string) => boolean, headers: Record<string, string> = {}, query = '') => {
    const ended = new AbortController();
    const response = await fetch(`${api.url}/v1/events?${query}`, {
      headers: { accept: 'text/event-stream', ...headers },
      signal: ended.signal,
    });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    let text = '';
    for await (const chunk of response.body!) {
      text += Buffer.from(chunk).toString();
      if (enough(text)) break;
    }
    ended.abort();
    return [...text.matchAll(/id: (\d+)\nevent: (\S+)\ndata: (.+)\n\n/g)].map(([, id, type, data]) => ({
      id,
      type,
      event: JSON.parse(data!),
    }));
  };

  test('gives what is there and then what happens', async () => {
    const { events, next } = await all();
    const streaming = streamed((text) => text.includes('customer/streamed'));
    await api.ask('PUT', '/v1/customers/streamed', { body: {} });
    const seen = await streaming;
    expect(seen.slice(0, events.length).map(({ event }) => event)).toEqual(events);
    expect(seen.at(-1)).toMatchObject({
      type: 'orchard.customer-registered.v1',
      event: { subject: 'customer/streamed' },
    });
    expect(Number(seen.at(-1)!.id)).toBeGreaterThan(Number(next));
  });

  test('goes on after Last-Event-ID, which is the position', async () => {
    const { events } = await all();
    const last = events.at(-2).position;
    const [seen] = await streamed((text) => text.includes('data:'), { 'last-event-id': last });
    expect(seen!.event).toEqual(events.at(-1));
    const { status, json } = await api.ask('GET', '/v1/events', { headers: { 'last-event-id': 'x' } });
    expect([status, json.code]).toEqual([400, 'HEADER_INVALID']);
  });

  test('ends when the server closes, so that it can', async () => {
    const own = await apiUnderTest();
    const response = await fetch(`${own.url}/v1/events`, { headers: { accept: 'text/event-stream' } });
    const reader = response.body!.getReader();
    await reader.read();
    await own.close();
    for (;;) if ((await reader.read()).done) break;
  });
});

describe('The log itself', () => {
  test('shows auditors every event as it is stored, and nothing of other shops or of idempotency', async () => {
    const { events } = await read('limit=1000', '/v1/log');
    expect(events.some(({ stream }) => stream.includes('theirs'))).toBe(false);
    expect(events.find(({ stream }) => stream === 'customer-demo.ours')).toMatchObject({
      type: 'customer-registered',
      shop: 'demo',
      actor: { principal: 'demo', role: 'admin' },
      data: {},
    });
    expect(events.at(-1)).not.toHaveProperty('requestHash');
  });

  test('is not for analysts, who read what is published', async () => {
    expect((await api.ask('GET', '/v1/log', { headers: bearer('analyst') })).status).toBe(403);
    expect((await api.ask('GET', '/v1/events', { headers: bearer('analyst') })).status).toBe(200);
  });
});

describe('The schemas of published events', () => {
  test('are all served, under the name that events give', async () => {
    const { json } = await api.ask('GET', '/schemas');
    expect(json.types.map(({ type }: { type: string }) => type)).toEqual(PUBLISHED_TYPES.map(({ type }) => type));
    for (const { type, schema } of [...json.types, { type: null, schema: json.envelope }]) {
      const answer = await api.ask('GET', schema);
      expect(answer.headers.get('content-type')).toBe('application/schema+json; charset=utf-8');
      if (type) expect(answer.json.$id).toBe(`urn:orchard:schema:${type}`);
    }
    expect((await api.ask('GET', '/schemas/none')).json.code).toBe('SCHEMA_UNKNOWN');
  });
});
