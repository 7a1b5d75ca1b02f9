import type { ExportEvent, LogExported } from './events.js';
import type { Export } from './state.js';

/** Writes down that files left; told again of the same, nothing. */
export function noteExport(state: Export, exported: LogExported): readonly ExportEvent[] {
  return state.exported ? [] : [{ type: 'log-exported', data: exported }];
}
