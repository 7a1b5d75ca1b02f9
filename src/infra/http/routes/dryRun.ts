import { z } from 'zod';
import type { CommandDeps } from '../../../commands/ports.js';
import { RehearsalStore } from '../../../commands/rehearsalStore.js';
import type { ApiDeps } from '../apiDeps.js';
import type { ApiResponse } from '../apiResponse.js';

/** What a write that can be tried takes. */
export const dryRun = z.strictObject({
  'dry-run': z.enum(['true', 'false']).optional().meta({
    description: 'true: say what would come of it, refusals too, and record nothing',
  }),
});

/** Carries a command out, or only tries it. */
export async function carriedOut(
  { deps }: ApiDeps,
  { 'dry-run': isTrial }: z.infer<typeof dryRun>,
  carry: (deps: CommandDeps) => Promise<ApiResponse>,
): Promise<ApiResponse> {
  if (isTrial !== 'true') return carry(deps);
  const { headers, ...answer } = await carry({ ...deps, store: new RehearsalStore(deps.store) });
  // Nothing was made that could be found anywhere.
  const { location: _, ...others } = headers;
  return { ...answer, status: 200, headers: { ...others, 'orchard-dry-run': 'true' } };
}
