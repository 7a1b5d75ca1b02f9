import type { Recorded } from '../kernel/decider.js';
import type { ExportEvent, LogExported } from './events.js';

/** What left; null: nothing yet. */
export interface Export {
  readonly exported: LogExported | null;
}

export const noExport: Export = { exported: null };

export function evolveExport(_: Export, { data }: Recorded<ExportEvent>): Export {
  return { exported: data };
}
