import type { Machinery, PartName, ServerName } from './machinery.js';

/** Something that goes wrong, and what makes it good again. */
export interface Evil {
  readonly name: string;
  /** Processes and servers it kills. */
  readonly kills: number;
  /** Pricing must go on answering meanwhile. */
  readonly sparesPricing: boolean;
  readonly begin: (machinery: Machinery) => Promise<void>;
  readonly end: (machinery: Machinery) => Promise<void>;
}

/** Without these, no answer is promised. */
const NEEDED: readonly PartName[] = ['postgres'];

function killing(...parts: PartName[]): Evil {
  return {
    name: `kill ${parts.join(' and ')}`,
    kills: parts.length,
    sparesPricing: !parts.some((part) => NEEDED.includes(part)),
    begin: async (machinery) => {
      await Promise.all(parts.map((part) => machinery.kill(part)));
    },
    end: async (machinery) => {
      await Promise.all(parts.map((part) => machinery.bringBack(part)));
    },
  };
}

function stopping(part: PartName): Evil {
  return {
    name: `stop ${part}`,
    kills: 0,
    sparesPricing: !NEEDED.includes(part),
    begin: async (machinery) => machinery.tell(part, 'SIGSTOP'),
    end: async (machinery) => machinery.tell(part, 'SIGCONT'),
  };
}

/** On the way to a server. */
function wiring(server: ServerName, what: 'cut' | 'half-close' | 'silence' | 'delay'): Evil {
  return {
    name: `${what} ${server}`,
    kills: 0,
    sparesPricing: !NEEDED.includes(server),
    begin: async (machinery) => {
      const proxy = machinery.proxy(server);
      if (what === 'cut') proxy.cut();
      if (what === 'half-close') proxy.halfClose();
      if (what === 'silence') proxy.fallSilent();
      if (what === 'delay') proxy.delay(100);
    },
    end: async (machinery) => {
      const proxy = machinery.proxy(server);
      if (what === 'silence') proxy.speak();
      if (what === 'delay') proxy.delay(0);
    },
  };
}

/** Every one of them: roles and servers alone, and the pairs that share something. */
export const EVILS: readonly Evil[] = [
  killing('api-1'),
  killing('relay'),
  killing('projector'),
  killing('redis'),
  killing('api-2'),
  killing('timekeeper'),
  killing('rabbitmq'),
  killing('postgres'),
  killing('redis', 'postgres'),
  killing('postgres', 'rabbitmq'),
  killing('relay', 'projector'),
  killing('api-1', 'redis'),
  killing('relay', 'rabbitmq'),
  killing('projector', 'postgres'),
  stopping('api-1'),
  stopping('redis'),
  stopping('rabbitmq'),
  stopping('projector'),
  stopping('relay'),
  stopping('postgres'),
  ...(['redis', 'rabbitmq', 'postgres'] as const).flatMap((server) => [
    wiring(server, 'cut'),
    wiring(server, 'half-close'),
    wiring(server, 'silence'),
    wiring(server, 'delay'),
  ]),
];
