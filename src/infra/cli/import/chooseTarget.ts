import type { Doors } from '../doors.js';
import { UsageError } from '../exitCode.js';
import type { Terminal } from '../terminal.js';
import { folderTarget } from './folderTarget.js';
import type { ImportOptions } from './importCommand.js';
import type { ImportTarget } from './importTarget.js';
import { serverTarget } from './serverTarget.js';

/** Decides where rows go: the server named, the server that holds the data folder, or the folder. @throws UsageError */
export async function chooseTarget(
  { url, token = undefined, dataDir, shop }: ImportOptions,
  doors: Doors,
  terminal: Terminal,
): Promise<ImportTarget> {
  const folder = dataDir ?? terminal.env['ORCHARD_DATA_DIR'] ?? './data';
  const holder = url === undefined ? doors.holderOf(folder) : { url };
  if (holder?.url) {
    if (url === undefined) terminal.err(`${folder} is held by the server at ${holder.url}: importing through it.\n`);
    return serverTarget(holder.url, token ?? terminal.env['ORCHARD_TOKEN'], doors.terms, async () => {});
  }
  if (!holder && !doors.hasLog(folder, terminal)) {
    throw new UsageError(`There is no Orchard in ${folder}: start one with "npm start", or name another --data-dir.`);
  }
  return folderTarget(await doors.openFolder(folder, terminal), shop, folder);
}
