import type { ConfiguredValue } from '../cli/doors.js';
import { environment } from './configuration.js';

const SECRET = /TOKEN|PASSWORD|SECRET|KEY/;
const WITH_PASSWORD = /^(\w+:\/\/[^:/@]*):[^@/]*@/;

/** Every variable of the configuration, what it is, and where that comes from; secrets stay secret. */
export function configuredValues(env: Readonly<Record<string, string | undefined>>): ConfiguredValue[] {
  return Object.entries(environment.shape).map(([variable, schema]) => {
    const said = env[variable];
    if (said !== undefined) return { variable, value: redacted(variable, said), source: 'environment' };
    const usual = schema.safeParse(undefined);
    return { variable, value: usual.success ? inWords(usual.data) : '', source: usual.success ? 'default' : 'missing' };
  });
}

function redacted(variable: string, said: string): string {
  if (variable === 'ORCHARD_TOKENS') return callersIn(said);
  return SECRET.test(variable) ? '(kept secret)' : said.replace(WITH_PASSWORD, '$1:***@');
}

function callersIn(said: string): string {
  try {
    const callers = JSON.parse(said) as readonly {
      readonly principal?: string;
      readonly role?: string;
      readonly shop?: string;
    }[];
    return callers.map(({ principal, role, shop }) => `${principal} (${role} of ${shop})`).join(', ') || '(none)';
  } catch {
    return '(not JSON)';
  }
}

function inWords(value: unknown): string {
  if (value instanceof Set) return [...value].join(',');
  if (Array.isArray(value)) return value.length === 0 ? '(none)' : value.join(',');
  return value === undefined ? '(not set)' : String(value);
}
