import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export interface Service {
  readonly image: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly networks: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck: { readonly test: readonly string[] };
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

/** What an operator must write into .env, and what these tests write. */
export const FILLED_IN: Readonly<Record<string, string>> = {
  ORCHARD_POSTGRES_PASSWORD: 'pears1',
  ORCHARD_RABBITMQ_PASSWORD: 'plums2',
  ORCHARD_TOKENS: JSON.stringify([
    { token: 'operator-of-the-shop', principal: 'olga', role: 'operator', shop: 'demo' },
    { token: 'orders-of-the-shop', principal: 'checkout', role: 'order-service', shop: 'demo' },
  ]),
};

export const composeText = readFileSync('docker-compose.yml', 'utf8');

/** docker-compose.yml as Docker Compose reads it. @throws Error when a variable that is required is not given. */
export function readCompose(given: Readonly<Record<string, string>> = FILLED_IN): ComposeFile {
  return filledIn(parse(composeText, { merge: true }), given) as ComposeFile;
}

/** Services of our own image, by name. */
export function orchardServices({ services }: ComposeFile): [string, Service][] {
  return Object.entries(services).filter(([, { build }]) => build !== undefined);
}

/** Variables are filled in after the text was parsed: what they hold is never taken for YAML. */
function filledIn(node: unknown, given: Readonly<Record<string, string>>): unknown {
  if (typeof node === 'string') return interpolated(node, given);
  if (Array.isArray(node)) return node.map((one) => filledIn(one, given));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, filledIn(value, given)]));
}

function interpolated(text: string, given: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{(\w+)(?::([?-])([^}]*))?\}/g, (_, name: string, mark?: string, words = '') => {
    const value = given[name];
    if (value) return value;
    if (mark === '?') throw new Error(`required variable ${name} is missing a value: ${words}`);
    return words;
  });
}
