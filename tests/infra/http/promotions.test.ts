import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ApiUnderTest, apiUnderTest } from './support/apiUnderTest.js';
import { SPEND_100_GET_20 } from './support/trialShop.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiUnderTest();
});
afterAll(() => api.close());

const draft = (promotion: string, terms: object = SPEND_100_GET_20) =>
  api.ask('POST', '/v1/promotions', { body: { promotion, terms } });
const tell = (promotion: string, verb: string, body: object = { reason: '因为' }) =>
  api.ask('POST', `/v1/promotions/${promotion}/${verb}`, { body });

describe('A promotion', () => {
  test('lives from draft to end, and says at every step what it is', async () => {
    const drafted = await draft('life');
    expect(drafted.status).toBe(201);
    expect(drafted.json).toMatchObject({ status: 'draft', inForce: false, publishedAt: null });
    expect(drafted.json.sentence.zh).toContain('满100元减20元');

    expect((await tell('life', 'publish')).json).toMatchObject({ status: 'published', inForce: true });
    expect((await tell('life', 'pause', {})).json).toMatchObject({ status: 'paused', inForce: false });
    expect((await tell('life', 'resume', {})).json).toMatchObject({ status: 'published', inForce: true });
    const ended = await tell('life', 'end');
    expect(ended.json).toMatchObject({ status: 'ended', inForce: false });
    expect(ended.json.overAt >= ended.json.publishedAt).toBe(true);

    const read = await api.ask('GET', `/v1/promotions/life?min-position=${ended.json.position}`);
    const { position: _, changed: __, ...shown } = ended.json;
    expect(read.json).toEqual(shown);
    expect([(await tell('life', 'resume', {})).json.code]).toEqual(['PROMOTION_OVER']);
  });

  test('can be stopped at once', async () => {
    await draft('stopped');
    await tell('stopped', 'publish');
    expect((await tell('stopped', 'emergency-stop')).json.status).toBe('stopped');
  });

  test('is published but not in force while its schedule is closed', async () => {
    await draft('later', { ...SPEND_100_GET_20, schedule: { from: '2099-01-01T00:00:00Z' } });
    expect((await tell('later', 'publish')).json).toMatchObject({ status: 'published', inForce: false });
  });

  test('without an id gets one that a retry finds again', async () => {
    const asked = { body: { terms: SPEND_100_GET_20 }, headers: { 'idempotency-key': 'draft-1' } };
    const first = await api.ask('POST', '/v1/promotions', asked);
    const second = await api.ask('POST', '/v1/promotions', asked);
    expect(second.text).toBe(first.text);
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    expect(first.headers.get('location')).toBe(`/v1/promotions/${first.json.id}`);
  });

  test('of an id too long for the streams of its allowances is refused, with the length that would do', async () => {
    expect((await draft('p'.repeat(56))).status).toBe(201);
    const { status, json } = await draft('p'.repeat(57));
    expect([status, json.code, json.errors]).toMatchObject([422, 'BODY_INVALID', [{ pointer: '/promotion' }]]);
    expect(json.errors[0].detail).toContain('at most 56 characters');
  });

  test('of an id that is taken is refused, unless it is the same', async () => {
    await draft('taken');
    expect((await draft('taken')).status).toBe(200);
    const other = await draft('taken', { ...SPEND_100_GET_20, name: '另一个' });
    expect([other.status, other.json.code]).toEqual([409, 'PROMOTION_EXISTS']);
  });

  test('cannot be paused before it is published', async () => {
    await draft('unborn');
    expect(await tell('unborn', 'pause', {})).toMatchObject({ status: 409, json: { code: 'WRONG_STATUS' } });
    expect(await tell('nobody', 'pause', {})).toMatchObject({ status: 404, json: { code: 'PROMOTION_UNKNOWN' } });
  });

  test('with terms that cannot work says every fault, below /terms', async () => {
    const benefit = {
      ladder: [
        { from: 20_000, amountOff: 3_000 },
        { from: 10_000, amountOff: 2_000 },
      ],
    };
    const { status, json } = await draft('bad', { ...SPEND_100_GET_20, benefit, scope: {} });
    expect([status, json.code]).toEqual([422, 'TERMS_INVALID']);
    expect(json.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(
      expect.arrayContaining(['/terms/scope', '/terms/benefit/ladder/1/from']),
    );
  });

  test('of no kind there is says which there are', async () => {
    const { json } = await draft('bad', { ...SPEND_100_GET_20, kind: 'mystery' });
    expect(json.errors[0]).toMatchObject({ pointer: '/terms/kind', detail: expect.stringContaining('"flash-sale"') });
  });
});

describe('Revising a promotion', () => {
  const revise = (id: string, ifMatch: string | undefined, name: string) =>
    api.ask('PUT', `/v1/promotions/${id}`, {
      body: { terms: { ...SPEND_100_GET_20, name }, reason: '改名' },
      headers: ifMatch === undefined ? {} : { 'if-match': ifMatch },
    });

  test('takes the revision that was seen', async () => {
    const { headers } = await draft('revised');
    const revised = await revise('revised', headers.get('etag')!, '新名');
    expect([revised.status, revised.json.name, revised.json.revision]).toEqual([200, '新名', 1]);
    const stale = await revise('revised', headers.get('etag')!, '旧人');
    expect([stale.status, stale.json.code, stale.json.facts]).toEqual([
      412,
      'REVISION_CHANGED',
      { seen: 0, current: 1 },
    ]);
  });

  test('without If-Match is refused, with * it is not', async () => {
    await draft('blind');
    expect(await revise('blind', undefined, '新')).toMatchObject({ status: 428, json: { code: 'IF_MATCH_MISSING' } });
    expect((await revise('blind', '*', '新')).status).toBe(200);
    expect((await revise('blind', 'W/"1"', '再新')).status).toBe(200);
    expect(await revise('blind', 'three', '新')).toMatchObject({ status: 400, json: { code: 'HEADER_INVALID' } });
  });

  test('while it runs may not alter a price', async () => {
    await draft('running');
    const { headers } = await tell('running', 'publish');
    const { status, json } = await api.ask('PUT', '/v1/promotions/running', {
      body: { terms: { ...SPEND_100_GET_20, scope: { categories: ['apple'] } } },
      headers: { 'if-match': headers.get('etag')! },
    });
    expect([status, json.code, json.facts.changed]).toEqual([409, 'PROMOTION_RUNNING', ['scope']]);
  });
});

describe('The list of promotions', () => {
  test('is filtered by status and kind', async () => {
    const { json } = await draft('percent', {
      name: '九折',
      kind: 'percentage',
      benefit: { percentOffBp: 1_000 },
      scope: { store: true },
    });
    const list = async (filter: string) => {
      const page = await api.ask('GET', `/v1/promotions?${filter}&min-position=${json.position}`);
      return page.json.items.map(({ id }: { id: string }) => id);
    };
    expect(await list('kind=percentage')).toEqual(['percent']);
    expect(await list('status=stopped')).toEqual(['stopped']);
    expect(await list('status=stopped&kind=percentage')).toEqual([]);
    const unknown = await api.ask('GET', '/v1/promotions?status=sleeping');
    expect([unknown.status, unknown.json.errors[0].pointer]).toEqual([400, '/status']);
  });
});
