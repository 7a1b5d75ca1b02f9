import { noteExport } from '../../domain/export/decisions.js';
import { exportAggregate } from '../../domain/export/stream.js';
import { canonicalJson } from '../../domain/kernel/canonicalJson.js';
import { commandIdOf } from '../commandId.js';
import type { CommandContext } from '../context.js';
import { execute } from '../execute.js';
import type { CommandDeps } from '../ports.js';
import type { ExportManifest } from './manifest.js';

/**
 * Records, in each shop of which something left, that it did. Once for a manifest, however often it is asked for.
 * @returns the shops. @throws as `execute`
 */
export async function recordExport(
  deps: CommandDeps,
  actor: CommandContext['actor'],
  { format, asked, log }: ExportManifest,
  manifest: string,
): Promise<readonly string[]> {
  const shops = Object.keys(log.shops);
  for (const shop of shops) {
    const exported = {
      format,
      from: asked.from,
      to: asked.to,
      after: asked.after,
      through: log.through,
      events: log.shops[shop]!,
      manifest,
    };
    const commandId = commandIdOf(shop, actor.principal, manifest);
    const requestHash = deps.machine.sha256(canonicalJson(exported));
    const context = { shop, actor, commandId, requestHash, correlation: commandId };
    await execute(deps, exportAggregate, manifest.slice(0, 32), context, (state) => noteExport(state, exported));
  }
  return shops;
}
