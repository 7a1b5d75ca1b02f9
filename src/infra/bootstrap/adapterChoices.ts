import { z } from 'zod';

/** A server that an adapter talks to: its variable, and how its URL begins. */
const SERVERS = {
  postgres: { variable: 'ORCHARD_POSTGRES_URL', protocols: ['postgres:', 'postgresql:'] },
  eventstoredb: { variable: 'ORCHARD_EVENTSTOREDB_URL', protocols: ['esdb:', 'esdb+discover:'] },
  rabbitmq: { variable: 'ORCHARD_RABBITMQ_URL', protocols: ['amqp:', 'amqps:'] },
  redis: { variable: 'ORCHARD_REDIS_URL', protocols: ['redis:', 'rediss:'] },
  search: { variable: 'ORCHARD_SEARCH_URL', protocols: ['http:', 'https:'] },
} as const;

type Server = keyof typeof SERVERS;

const prefix = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,80}$/, 'must be 1 to 80 letters, digits, _ or -')
  .default('orchard');

/** The variables that choose an adapter for each port, and where its server is. */
export const ADAPTER_VARIABLES = {
  ORCHARD_EVENT_STORE: z.enum(['sqlite', 'memory', 'postgres', 'eventstoredb']).default('sqlite'),
  ORCHARD_TABLES: z.enum(['sqlite', 'postgres']).default('sqlite'),
  ORCHARD_BUS: z.enum(['in-process', 'rabbitmq']).default('in-process'),
  ORCHARD_PRICING_VIEWS: z.enum(['memory', 'redis']).default('memory'),
  ORCHARD_POSTGRES_URL: urlOf('postgres'),
  ORCHARD_EVENTSTOREDB_URL: urlOf('eventstoredb'),
  ORCHARD_RABBITMQ_URL: urlOf('rabbitmq'),
  /** Several Orchards share a virtual host when theirs differ. */
  ORCHARD_RABBITMQ_PREFIX: prefix,
  ORCHARD_REDIS_URL: urlOf('redis'),
  /** Several Orchards share a Redis when theirs differ. */
  ORCHARD_REDIS_PREFIX: prefix,
  ORCHARD_SEARCH_URL: urlOf('search'),
};

type Given = z.infer<z.ZodObject<typeof ADAPTER_VARIABLES>>;

const CHOOSING = ['ORCHARD_EVENT_STORE', 'ORCHARD_TABLES', 'ORCHARD_BUS', 'ORCHARD_PRICING_VIEWS'] as const;

export interface Adapters {
  readonly eventStore: Given['ORCHARD_EVENT_STORE'];
  readonly tables: Given['ORCHARD_TABLES'];
  readonly bus: Given['ORCHARD_BUS'];
  readonly pricingViews: Given['ORCHARD_PRICING_VIEWS'];
  /** What the names of exchanges and queues begin with. */
  readonly busPrefix: string;
  /** What the names of keys begin with. */
  readonly redisPrefix: string;
  /** Of each server its URL; every server that is chosen has one. Without `search`, SQL searches. */
  readonly urls: Readonly<Partial<Record<Server, string>>>;
}

/** No server at all. */
export const EMBEDDED: Adapters = {
  eventStore: 'sqlite',
  tables: 'sqlite',
  bus: 'in-process',
  pricingViews: 'memory',
  busPrefix: 'orchard',
  redisPrefix: 'orchard',
  urls: {},
};

export interface ChoiceFault {
  readonly variable: string;
  readonly message: string;
}

/** What is wrong with the choices together. */
export function choiceFaults(given: Given): readonly ChoiceFault[] {
  const search = 'ORCHARD_SEARCH_URL';
  const notYet = 'must be left out: no search server is spoken to in this build yet, SQL searches';
  const tooEarly: readonly ChoiceFault[] = given[search] ? [{ variable: search, message: notYet }] : [];
  const lacking = CHOOSING.flatMap((choice): readonly ChoiceFault[] => {
    const chosen: string = given[choice];
    if (!isServer(chosen)) return [];
    const { variable } = SERVERS[chosen];
    const message = `must say where the server is, because ${choice} is ${chosen}`;
    return given[variable] ? [] : [{ variable, message }];
  });
  return [...tooEarly, ...lacking];
}

export function adaptersOf(given: Given): Adapters {
  const servers = Object.entries(SERVERS).map(([name, { variable }]) => [name, given[variable]] as const);
  return {
    eventStore: given.ORCHARD_EVENT_STORE,
    tables: given.ORCHARD_TABLES,
    bus: given.ORCHARD_BUS,
    pricingViews: given.ORCHARD_PRICING_VIEWS,
    busPrefix: given.ORCHARD_RABBITMQ_PREFIX,
    redisPrefix: given.ORCHARD_REDIS_PREFIX,
    urls: Object.fromEntries(servers.filter(([, url]) => url !== undefined)),
  };
}

function isServer(chosen: string): chosen is Server {
  return Object.hasOwn(SERVERS, chosen);
}

function urlOf(server: Server) {
  const { protocols } = SERVERS[server];
  const message = `must be a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`;
  const starts = (text: string) => protocols.some((protocol) => text.startsWith(`${protocol}//`));
  return z
    .string()
    .refine((text) => starts(text) && (server === 'eventstoredb' || URL.canParse(text)), message)
    .optional();
}
