import { join } from 'node:path';
import { OrchardServer } from '../../e2e/orchardProcess.js';
import { freePort } from '../../servers/freePort.mjs';
import * as postgres from '../../servers/postgres.mjs';
import * as rabbitmq from '../../servers/rabbitmq.mjs';
import * as redis from '../../servers/redis.mjs';
import { TcpProxy } from '../../servers/tcpProxy.js';

export const SERVERS = ['postgres', 'rabbitmq', 'redis'] as const;
export const ROLES = ['api-1', 'api-2', 'relay', 'projector', 'timekeeper'] as const;
export type ServerName = (typeof SERVERS)[number];
export type RoleName = (typeof ROLES)[number];
export type PartName = ServerName | RoleName;

const PROGRAMS = { postgres, rabbitmq, redis };

interface Server {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly stop: () => Promise<void>;
  readonly kill: () => Promise<void>;
}

/** Whether every server can be started, killed and started again here. */
export function canRun(): boolean {
  return Object.values(PROGRAMS).every(({ installed }) => installed());
}

/** Real servers, a proxy before each, and a process for each role on them; every one can be killed and comes back. */
export class Machinery {
  static async start(folder: string): Promise<Machinery> {
    const machinery = new Machinery(folder);
    await Promise.all(SERVERS.map((name) => machinery.startServer(name)));
    for (const name of SERVERS) machinery.proxies.set(name, await TcpProxy.before(machinery.server(name).url));
    for (const role of ROLES) machinery.ports.set(role, await freePort());
    // The first makes the tables; then all may come at once.
    await machinery.startRole('projector');
    await Promise.all(ROLES.filter((role) => role !== 'projector').map((role) => machinery.startRole(role)));
    return machinery;
  }

  private readonly servers = new Map<ServerName, Server>();
  private readonly proxies = new Map<ServerName, TcpProxy>();
  private readonly roles = new Map<RoleName, OrchardServer>();
  private readonly ports = new Map<RoleName, number>();

  private constructor(private readonly folder: string) {}

  /** The database itself, not by way of its proxy. */
  get databaseUrl(): string {
    return this.server('postgres').url;
  }

  proxy(name: ServerName): TcpProxy {
    return this.proxies.get(name)!;
  }

  /** Where a role answers, now or when it is back. */
  urlOf(role: RoleName): string {
    return `http://127.0.0.1:${this.ports.get(role)}`;
  }

  async kill(part: PartName): Promise<void> {
    if (isServer(part)) await this.server(part).kill();
    else await this.roles.get(part)!.end('SIGKILL');
  }

  async bringBack(part: PartName): Promise<void> {
    if (isServer(part)) await this.startServer(part);
    else await this.startRole(part);
  }

  tell(part: PartName, signal: 'SIGSTOP' | 'SIGCONT'): void {
    if (isServer(part)) process.kill(this.server(part).pid, signal);
    else this.roles.get(part)!.tell(signal);
  }

  /** Roles that ended by themselves, with their last words. */
  dead(): readonly string[] {
    return [...this.roles]
      .filter(([, role]) => !role.isAlive)
      .map(([name, role]) => `${name}: ${role.said.err.slice(-500)}`);
  }

  megabytes(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.roles].map(([name, role]) => [name, Math.round(role.residentMegabytes())]));
  }

  async stop(): Promise<void> {
    await Promise.all([...this.roles.values()].filter(({ isAlive }) => isAlive).map((role) => role.end('SIGKILL')));
    for (const proxy of this.proxies.values()) await proxy.close();
    for (const server of this.servers.values()) await server.stop();
  }

  private server(name: ServerName): Server {
    return this.servers.get(name)!;
  }

  private async startServer(name: ServerName): Promise<void> {
    const port = this.servers.get(name)?.port;
    const started = await PROGRAMS[name].start(join(this.folder, name), port === undefined ? {} : { port });
    this.servers.set(name, started as Server);
  }

  private async startRole(role: RoleName): Promise<void> {
    const env = {
      ORCHARD_EVENT_STORE: 'postgres',
      ORCHARD_TABLES: 'postgres',
      ORCHARD_BUS: 'rabbitmq',
      ORCHARD_PRICING_VIEWS: 'redis',
      ORCHARD_POSTGRES_URL: this.proxy('postgres').url,
      ORCHARD_RABBITMQ_URL: this.proxy('rabbitmq').url,
      ORCHARD_REDIS_URL: this.proxy('redis').url,
      ORCHARD_ROLES: role.replace(/-\d$/, ''),
    };
    const port = String(this.ports.get(role));
    this.roles.set(role, await OrchardServer.startWith(env, '--no-demo', '--port', port));
  }
}

export function isServer(part: PartName): part is ServerName {
  return (SERVERS as readonly string[]).includes(part);
}
