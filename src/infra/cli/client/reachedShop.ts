import type { Doors } from '../doors.js';
import { UsageError } from '../exitCode.js';
import type { Terminal } from '../terminal.js';
import { type OrchardClient, orchardClient } from './orchardClient.js';

export interface ReachOptions {
  readonly url?: string;
  readonly token?: string;
  readonly dataDir?: string;
  readonly shop: string;
}

/** A shop that can be asked, wherever it is. */
export interface ReachedShop {
  readonly client: OrchardClient;
  readonly close: () => Promise<void>;
}

/**
 * The server named, the server that holds the data folder, or a private one on this folder for as long as it takes:
 * commands ask all of them in the same way.
 * @throws UsageError when there is nothing to ask.
 */
export async function reachedShop(
  { url, token, dataDir, shop }: ReachOptions,
  doors: Doors,
  terminal: Terminal,
): Promise<ReachedShop> {
  const folder = dataDir ?? terminal.env['ORCHARD_DATA_DIR'] ?? './data';
  const known = url ?? doors.holderOf(folder)?.url;
  if (known) {
    return { client: orchardClient(known, token ?? terminal.env['ORCHARD_TOKEN']), close: async () => {} };
  }
  if (!doors.hasLog(folder, terminal)) {
    throw new UsageError(
      `There is no Orchard in ${folder}: start one with "orchard serve", name another --data-dir, or give --url.`,
    );
  }
  const own = await doors.servePrivately(folder, shop, terminal);
  return { client: orchardClient(own.url, own.token), close: own.close };
}
