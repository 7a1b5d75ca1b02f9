import type { Aggregate } from '../kernel/decider.js';
import type { ExportEvent } from './events.js';
import { type Export, evolveExport, noExport } from './state.js';

/** The id of an export is the beginning of its manifest's hash: one set of files is one export. */
export const exportAggregate: Aggregate<Export, ExportEvent> = {
  category: 'export',
  initial: noExport,
  evolve: evolveExport,
};
