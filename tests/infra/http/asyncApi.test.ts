import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { PUBLISHED_TYPES } from '../../../src/commands/published/publishedEvents.js';
import { writeDemoShop } from '../../../src/infra/demo/writeDemoShop.js';
import { CARRIED_COMMANDS } from '../../../src/infra/http/carried/carriedCommands.js';
import { publishedMessage } from '../../../src/infra/rabbitmq/publishedMessage.js';
import { type ApiUnderTest, apiUnderTest } from './support/apiUnderTest.js';

const specification = createRequire(import.meta.url).resolve('@asyncapi/specs/schemas/3.0.0.json');

let api: ApiUnderTest;
// biome-ignore lint/suspicious/noExplicitAny: a document looked into from all sides
let described: any;
beforeAll(async () => {
  api = await apiUnderTest();
  described = (await api.ask('GET', '/asyncapi.json')).json;
});
afterAll(() => api.close());

/** A schema of the document that can be held against a value. */
function checkOf(payload: object): (value: unknown) => string[] {
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  const check = ajv.compile({ ...payload, components: described.components });
  return (value) =>
    check(value) ? [] : check.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const operations = (action: string) =>
  // biome-ignore lint/suspicious/noExplicitAny: as above
  Object.entries<any>(described.operations).filter(([, one]) => one.action === action);

describe('The description of the bus', () => {
  test('is AsyncAPI 3.0', () => {
    // The specification brings the draft it is written in along.
    const ajv = new Ajv({ strict: false, validateFormats: false, validateSchema: false, meta: false });
    const check = ajv.compile(JSON.parse(readFileSync(specification, 'utf8')));
    check(described);
    expect(check.errors ?? []).toEqual([]);
    expect(check({ ...described, operations: { wrong: { action: 'shout' } } })).toBe(false);
  });

  test('points at nothing that is not in it', () => {
    const pointers = [...JSON.stringify(described).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path!);
    expect(pointers.length).toBeGreaterThan(100);
    // biome-ignore lint/suspicious/noExplicitAny: as above
    const at = (path: string) => path.split('/').reduce<any>((inside, key) => inside?.[key], described);
    expect(pointers.filter((path) => at(path) === undefined)).toEqual([]);
  });

  test('names every command, where it goes and what is answered', () => {
    expect(operations('receive').map(([name]) => name)).toEqual(Object.keys(CARRIED_COMMANDS));
    for (const [name, operation] of operations('receive')) {
      expect(described.channels[name]).toMatchObject({
        address: name,
        bindings: { amqp: { exchange: { name: 'orchard.commands' } } },
      });
      expect(operation.reply.messages).toHaveLength(2);
      const { payload, examples } = described.components.messages[name];
      const check = checkOf(payload);
      expect([name, check(examples[0].payload)]).toEqual([name, []]);
      expect(check({ ...examples[0].payload, unheard: 1 })).not.toEqual([]);
    }
  });

  test('names every published event, by the key it is routed with', async () => {
    expect(operations('send')).toHaveLength(PUBLISHED_TYPES.length);
    await writeDemoShop(api.orchard.deps, api.orchard.terms, () => {});
    const seen = new Set<string>();
    for (const stored of await api.orchard.store.readAll('0', 1_000)) {
      const message = publishedMessage(stored);
      if (!message) continue;
      const type = message.options.type!;
      seen.add(type);
      const name = type.replaceAll('.', '-');
      expect(described.channels[name].address).toBe(message.routingKey);
      const check = checkOf(described.components.messages[name].payload);
      expect([type, check(JSON.parse(message.content.toString()))]).toEqual([type, []]);
    }
    expect(seen.size).toBeGreaterThan(5);
  });

  test('has a page that loads only what this server gives', async () => {
    const { text, headers } = await api.ask('GET', '/bus');
    const loads = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url!);
    expect(loads).toEqual(['data:,', '/docs/asyncapi.css', '/docs/asyncapi.js']);
    for (const url of loads.slice(1)) {
      const loaded = await api.ask('GET', url);
      expect(loaded.headers.get('content-type')).toContain('charset=utf-8');
      expect(loaded.text).not.toMatch(/https?:\/\//);
    }
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

/** As much of a browser's document as the page's script uses. */
class Shown {
  textContent = '';
  readonly inside: Shown[] = [];
  #opened = () => {};
  append = (...more: Shown[]) => void this.inside.push(...more);
  replaceChildren = this.append;
  addEventListener = (_: string, opened: () => void) => {
    this.#opened = opened;
  };
  /** All texts, with everything unfolded. */
  texts(): string[] {
    this.#opened();
    return [this.textContent, ...this.inside.flatMap((one) => one.texts())];
  }
}

test("the page's script shows every command and event with its schema", async () => {
  const page = new Shown();
  const document = { createElement: () => new Shown(), getElementById: () => page };
  const fetched = Promise.resolve({ json: () => Promise.resolve(described) });
  runInNewContext((await api.ask('GET', '/docs/asyncapi.js')).text, { document, fetch: () => fetched });
  await fetched.then((response) => response.json()).then(() => {});
  await new Promise(setImmediate);
  const all = page.texts().join('\n');
  for (const channel of Object.values<{ address: string | null }>(described.channels)) {
    if (channel.address) expect(all).toContain(`routing key ${channel.address}`);
  }
  expect(all).toContain('"soldBy"');
  expect(all).not.toContain('"$ref": "#/components');
});
