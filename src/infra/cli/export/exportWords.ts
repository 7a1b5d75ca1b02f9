import type { ExportOutcome } from '../../../commands/export/exportLog.js';
import { perSecond } from '../quote/perSecond.js';

/** What came of an export, for people. */
export function exportWords(
  outcome: ExportOutcome,
  out: string,
  recorded: readonly string[] | null,
  millis: number,
): string {
  const read = `read     ${outcome.read} events in ${millis} ms (${perSecond(outcome.read, millis)}/s)\n`;
  if (!outcome.whole) {
    return `${read}STOPPED  at position ${outcome.reached} of ${outcome.through}: run it again, and it goes on from there\n`;
  }
  const { log, files } = outcome.manifest;
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return [
    read,
    `exported ${log.events} events, ${rows} rows, ${bytes} bytes in ${files.length} files to ${out}; ${log.inside} events stay inside\n`,
    `manifest ${outcome.sha256}\n`,
    recordedWords(recorded),
    `next     orchard export --after ${log.through} …\n`,
  ].join('');
}

function recordedWords(recorded: readonly string[] | null): string {
  if (!recorded) return 'recorded nowhere: the log was left as it was\n';
  if (recorded.length === 0) return 'recorded nowhere: nothing left\n';
  return `recorded in the log, for ${recorded.join(', ')}\n`;
}

/** What came of an export, for programs. */
export function exportJson(
  outcome: ExportOutcome,
  out: string,
  recorded: readonly string[] | null,
  millis: number,
): object {
  if (!outcome.whole) return { ...outcome, out, millis };
  const { manifest, sha256, read } = outcome;
  const { log, files } = manifest;
  return { whole: true, out, read, ...log, files: files.length, manifest: sha256, recorded: recorded ?? [], millis };
}
