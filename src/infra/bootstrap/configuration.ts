import { z } from 'zod';
import { ROLES } from '../../commands/context.js';
import { SHOP_ID } from '../../domain/kernel/ids.js';
import { ADAPTER_VARIABLES, type Adapters, adaptersOf, choiceFaults } from './adapterChoices.js';
import { type ProcessRole, roleFaults, rolesVariable } from './roles.js';

/** Addresses of this machine alone. */
export const LOOPBACK: readonly string[] = ['127.0.0.1', 'localhost', '::1'];

const token = z.strictObject({
  token: z.string().min(16, 'must be at least 16 characters'),
  principal: z.string().min(1).max(80),
  role: z.enum(ROLES),
  shop: z.string().regex(SHOP_ID, 'must be 1 to 16 letters, digits or _'),
});

const tokens = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue('must be JSON: [{"token":"…","principal":"…","role":"operator","shop":"demo"}]');
      return z.NEVER;
    }
  })
  .pipe(z.array(token));

const PORT_RANGE = 'must be a port from 0 (any free one) to 65535';

export const environment = z
  .object({
    PORT: z.coerce.number(PORT_RANGE).int(PORT_RANGE).min(0, PORT_RANGE).max(65_535, PORT_RANGE).default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    ORCHARD_DATA_DIR: z.string().min(1).default('./data'),
    ORCHARD_DEMO: z.enum(['on', 'off']).default('on'),
    ORCHARD_TOKENS: tokens.default([]),
    ORCHARD_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('warn'),
    ORCHARD_ROLES: rolesVariable,
    /** Sign the log while it grows, into proofs/ of the data folder. */
    ORCHARD_SEALS: z.enum(['on', 'off']).default('off'),
    ...ADAPTER_VARIABLES,
  })
  .refine(({ HOST, ORCHARD_TOKENS }) => LOOPBACK.includes(HOST) || ORCHARD_TOKENS.length > 0, {
    path: ['ORCHARD_TOKENS'],
    message: 'must name callers when HOST is not this machine alone (127.0.0.1)',
  })
  .superRefine((given, context) => {
    const faults = [...choiceFaults(given), ...roleFaults(given)];
    for (const { variable, message } of faults) context.addIssue({ code: 'custom', path: [variable], message });
  });

export interface Configuration {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Write the demo shop into an empty log. */
  readonly demo: boolean;
  readonly tokens: readonly z.infer<typeof token>[];
  readonly logLevel: string;
  readonly adapters: Adapters;
  readonly seals: boolean;
  readonly roles: ReadonlySet<ProcessRole>;
}

/** A configuration that cannot work, with every fault. */
export class BadConfiguration extends Error {
  override readonly name = 'BadConfiguration';
}

/** Reads the configuration once from the environment. @throws BadConfiguration */
export function readConfiguration(env: Readonly<Record<string, string | undefined>>): Configuration {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new BadConfiguration(`Orchard cannot start with this configuration:\n${faults.join('\n')}`);
  }
  const { PORT, HOST, ORCHARD_DATA_DIR, ORCHARD_DEMO, ORCHARD_TOKENS, ORCHARD_LOG_LEVEL } = parsed.data;
  return {
    port: PORT,
    host: HOST,
    dataDir: ORCHARD_DATA_DIR,
    demo: ORCHARD_DEMO === 'on',
    tokens: ORCHARD_TOKENS,
    logLevel: ORCHARD_LOG_LEVEL,
    adapters: adaptersOf(parsed.data),
    seals: parsed.data.ORCHARD_SEALS === 'on',
    roles: parsed.data.ORCHARD_ROLES,
  };
}
