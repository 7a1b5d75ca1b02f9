import { randomBytes } from 'node:crypto';
import type { PrivateServer } from '../cli/doors.js';
import { pinoLog } from '../http/pinoLog.js';
import { createApi } from '../http/server/createApi.js';
import { listen } from '../http/server/listen.js';
import type { Adapters } from './adapterChoices.js';
import { caughtUp } from './caughtUp.js';
import { openOrchard } from './runningOrchard.js';

/** Serves a data folder to this process alone: on a free port of this machine, to who has a token made for it. */
export async function servePrivately(dataDir: string, adapters: Adapters, shop: string): Promise<PrivateServer> {
  const orchard = await openOrchard(dataDir, adapters);
  try {
    await caughtUp(orchard);
    const token = randomBytes(32).toString('base64url');
    const tokens = [{ token, principal: 'cli', role: 'admin', shop }] as const;
    // Bound to a name that is not loopback's own, it takes nobody without the token.
    const api = createApi({ ...orchard, host: 'private', tokens, log: pinoLog('error') });
    const { url, close } = await listen(api, { host: '127.0.0.1', port: 0 });
    return {
      url,
      token,
      close: async () => {
        await close();
        await orchard.close();
      },
    };
  } catch (error) {
    await orchard.close();
    throw error;
  }
}
