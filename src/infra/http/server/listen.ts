import type { AddressInfo } from 'node:net';
import { DRAIN_MILLIS } from '../limits.js';
import type { Api } from './createApi.js';
import { whoListens } from './whoListens.js';

/** Another process answers at this port. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
}

/** This process may not answer at this address. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
}

export interface Listening {
  /** Where it answers, for people: `http://127.0.0.1:3000`. */
  readonly url: string;
  readonly port: number;
  /** Takes no more, finishes what is under way, at most 10 s. Twice is once. */
  readonly close: () => Promise<void>;
}

/** Begins to answer; port 0 is any free one. @throws PortTaken, AddressRefused */
export async function listen(
  api: Api,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Listening> {
  await bound(api, host, port);
  const { port: actual } = api.server.address() as AddressInfo;
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  let closing: Promise<void> | undefined;
  return {
    url: `http://${name.includes(':') ? `[${name}]` : name}:${actual}`,
    port: actual,
    close: () => (closing ??= closed(api)),
  };
}

function bound({ server }: Api, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => reject(sentenceFor(error, host, port));
    server.once('error', failed);
    server.listen({ host, port }, () => {
      server.off('error', failed);
      resolve();
    });
  });
}

function sentenceFor(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    const who = whoListens(port);
    return new PortTaken(`PORT ${port} is taken${who ? ` (by ${who})` : ''}: use --port or PORT to choose another.`);
  }
  if (error.code === 'EACCES')
    return new AddressRefused(`PORT ${port} needs more rights: use --port or PORT to choose one above 1023.`);
  return new AddressRefused(`HOST ${host} is no address of this machine: use --host or HOST, such as 127.0.0.1.`);
}

function closed({ server, drain }: Api): Promise<void> {
  return new Promise((resolve) => {
    const hangUp = setTimeout(() => server.closeAllConnections(), DRAIN_MILLIS);
    server.close(() => {
      clearTimeout(hangUp);
      resolve();
    });
    drain.begin();
    server.closeIdleConnections();
  });
}
