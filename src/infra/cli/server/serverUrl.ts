import type { Doors } from '../doors.js';
import { UsageError } from '../exitCode.js';
import type { Terminal } from '../terminal.js';

/** Where to ask: the server that is named, or the one that holds a data folder. @throws UsageError */
export function serverUrl(
  { url, dataDir }: { readonly url?: string; readonly dataDir?: string },
  doors: Doors,
  terminal: Terminal,
): string {
  if (url !== undefined) return url;
  const folder = dataDir ?? terminal.env['ORCHARD_DATA_DIR'] ?? './data';
  const held = doors.holderOf(folder)?.url;
  if (held) return held;
  throw new UsageError(`No server holds ${folder}: start one with "orchard serve", or give --url.`);
}
