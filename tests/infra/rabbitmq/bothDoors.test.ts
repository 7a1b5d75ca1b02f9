import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { answerCommand } from '../../../src/infra/http/carried/answerCommand.js';
import { CARRIED_COMMANDS } from '../../../src/infra/http/carried/carriedCommands.js';
import { pathOf, splitMessage } from '../../../src/infra/http/carried/splitMessage.js';
import { describeServer } from '../../servers/describeServer.js';
import { type ApiUnderTest, apiUnderTest } from '../http/support/apiUnderTest.js';
import { bearer, TOKENS } from '../http/support/callersOfEveryRole.js';
import { FOUR_MELONS, givenTrialShop } from '../http/support/trialShop.js';
import { TrialDoor } from './trialDoor.js';

interface Example {
  readonly command: string;
  readonly message: Readonly<Record<string, unknown>> | readonly unknown[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly gives: number | string;
}

const SERVICE = bearer('order-service');
const line = (quantity: number) => ({ lines: [{ id: '1', sku: 'melon', quantity }], customer: 'ann' });
const hold = (hold: string, more: object = {}) => ({ allowance: 'flash.stock', hold, ...more });
const UNTIL = new Date(Date.now() + 600_000).toISOString();

/** In this order, on a shop of its own for each door. */
const EXAMPLES: readonly Example[] = [
  { command: 'register-customer', message: { customer: 'bob', tier: 'gold' }, gives: 201 },
  { command: 'set-customer-tier', message: { customer: 'bob', tier: null }, gives: 200 },
  { command: 'set-customer-tier', message: { customer: 'nobody', tier: null }, gives: 'CUSTOMER_UNKNOWN' },
  { command: 'price-quote', message: { ...FOUR_MELONS, quote: 'guest' }, gives: 201 },
  { command: 'price-quote', message: { ...line(2), quote: 'q1' }, gives: 201 },
  { command: 'price-quote', message: { ...line(3), quote: 'q2' }, gives: 201 },
  { command: 'price-quote', message: { ...line(3), quote: 'q1' }, gives: 'QUOTE_EXISTS' },
  { command: 'price-quote', message: { lines: [{ id: '1', sku: 'nothing', quantity: 1 }] }, gives: 'BASKET_INVALID' },
  { command: 'price-quote', message: { lines: [], colour: 'red' }, gives: 'BODY_INVALID' },
  { command: 'price-quote', message: [], gives: 'BODY_INVALID' },
  { command: 'price-quote', message: line(1), headers: bearer('analyst'), gives: 'ROLE_MISSING' },
  { command: 'price-quote', message: line(1), headers: { authorization: 'Bearer wrong' }, gives: 'TOKEN_UNKNOWN' },
  { command: 'place-order', message: { order: 'o1', quote: 'q1', customer: 'ann' }, gives: 201 },
  { command: 'place-order', message: { order: 'o2', quote: 'q9', customer: 'ann' }, gives: 'QUOTE_UNKNOWN' },
  { command: 'change-order', message: { order: 'o1', quote: 'q2' }, gives: 200 },
  { command: 'change-order', message: { order: 'o1' }, gives: 'BODY_INVALID' },
  { command: 'pay-order', message: { order: 'o1', amount: 1 }, gives: 'AMOUNT_DIFFERS' },
  { command: 'pay-order', message: { order: 'o1', payment: 'p1', amount: 3_000 }, gives: 200 },
  { command: 'weigh-order-lines', message: { order: 'o1', lines: [{ line: '1', grams: 5 }] }, gives: 'WEIGHT_FIXED' },
  {
    command: 'return-order-lines',
    message: { order: 'o1', return: 'r1', lines: [{ line: '1', quantity: 1 }] },
    gives: 200,
  },
  { command: 'cancel-order', message: { order: 'o1', reason: '不要了' }, gives: 'ORDER_RETURNED' },
  { command: 'cancel-order', message: { order: 'none', reason: '不要了' }, gives: 'ORDER_UNKNOWN' },
  { command: 'hold-allowance', message: hold('h1', { amount: 2, until: UNTIL }), gives: 200 },
  { command: 'hold-allowance', message: hold('h2', { amount: 99, until: UNTIL }), gives: 'OUT_OF_STOCK' },
  { command: 'resize-hold', message: hold('h1', { amount: 3 }), gives: 200 },
  { command: 'confirm-hold', message: hold('h1'), gives: 200 },
  { command: 'cancel-hold', message: hold('h1', { afterCancel: 'reusable' }), gives: 200 },
  { command: 'release-hold', message: hold('h3'), gives: 200 },
];

/** Ids, instants and hashes that two shops have each their own of. */
function steady(text: string): string {
  const names = new Map<string, string>();
  return text.replaceAll(/[0-9a-f]{64}|[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d\d-\d\dT[\d:.]+Z/g, (found) => {
    if (!names.has(found)) names.set(found, `#${names.size}`);
    return names.get(found)!;
  });
}

describeServer('rabbitmq', 'The two doors', (url) => {
  let http: ApiUnderTest;
  let bus: ApiUnderTest;
  let door: TrialDoor;

  const admin = (api: ApiUnderTest): ApiUnderTest => ({
    ...api,
    ask: (method, path, asked) => api.ask(method, path, { ...asked, headers: bearer('admin') }),
  });

  async function givenShop(): Promise<ApiUnderTest> {
    const api = await apiUnderTest({ parts: () => ({ tokens: TOKENS }) });
    const { ask } = admin(api);
    await givenTrialShop(admin(api));
    const terms = {
      name: '秒杀哈密瓜',
      kind: 'flash-sale',
      benefit: { price: 1_000 },
      scope: { skus: ['melon'] },
      limits: { stock: 10, perCustomer: 50 },
    };
    await ask('POST', '/v1/promotions', { body: { promotion: 'flash', terms } });
    const { json } = await ask('POST', '/v1/promotions/flash/publish', { body: { reason: '秒杀' } });
    await ask('GET', `/v1/quotes?min-position=${json.position}`);
    await api.orchard.deps.view.reached(json.position);
    return api;
  }

  beforeAll(async () => {
    [http, bus] = [await givenShop(), await givenShop()];
    door = await TrialDoor.open(url);
    await door.answers(answerCommand(bus.deps, false));
  });
  afterAll(async () => {
    await door.close();
    await Promise.all([http.close(), bus.close()]);
  });

  async function overHttp(api: ApiUnderTest, { command, message, headers = SERVICE }: Example, key: string) {
    const { route, inPath } = CARRIED_COMMANDS[command]!;
    const { params, body } = splitMessage(message, inPath);
    const [method, path] = pathOf(route, params).split(' ') as [string, string];
    const given = { ...headers, 'idempotency-key': key, 'x-request-id': `request-${key}` };
    const { status, text, headers: answered } = await api.ask(method, path, { body, headers: given });
    return { status, text, headers: (name: string) => answered.get(name) ?? undefined };
  }

  async function overBus({ command, message, headers = SERVICE }: Example, key: string) {
    const options = { messageId: key, correlationId: `request-${key}`, headers };
    const { status, text, headers: answered } = await door.caller.ask(command, message, options);
    return { status, text, headers: (name: string) => answered[name] };
  }

  const HEADERS = ['etag', 'location', 'orchard-position', 'idempotent-replayed', 'retry-after', 'www-authenticate'];
  const whole = ({ status, text, headers }: Awaited<ReturnType<typeof overHttp | typeof overBus>>) => ({
    status,
    body: JSON.parse(steady(text)),
    headers: HEADERS.map((name) => headers(name) ?? null),
  });

  test.each(EXAMPLES.map((example, index) => [`${example.command} → ${example.gives}`, example, index] as const))(
    'answer alike: %s',
    async (_, example, index) => {
      const [one, other] = [await overHttp(http, example, `k${index}`), await overBus(example, `k${index}`)];
      expect(whole(other)).toEqual(whole(one));
      const { code } = JSON.parse(other.text);
      expect(code ?? other.status).toBe(example.gives);
    },
  );

  test('carry out once what is asked through both, and answer it with the same bytes', async () => {
    const example = { command: 'price-quote', message: line(5), gives: 201 };
    const [one, other] = [await overHttp(bus, example, 'twice'), await overBus(example, 'twice')];
    expect(other.text).toBe(one.text);
    expect([one.headers('idempotent-replayed'), other.headers('idempotent-replayed')]).toEqual([undefined, 'true']);
    const reused = await overBus({ ...example, message: line(6) }, 'twice');
    expect(JSON.parse(reused.text).code).toBe('COMMAND_ID_REUSED');
  });

  test('take every command that an order service may give', () => {
    const itsCommands = bus.routes.filter(({ command }) => command?.roles.includes('order-service'));
    expect(new Set(Object.values(CARRIED_COMMANDS).map(({ route }) => route))).toEqual(
      new Set(itsCommands.map(({ method, path }) => `${method} ${path}`)),
    );
    expect(new Set(EXAMPLES.map(({ command }) => command))).toEqual(new Set(Object.keys(CARRIED_COMMANDS)));
  });
});
