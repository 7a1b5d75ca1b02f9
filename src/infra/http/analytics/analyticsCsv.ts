import type { Tally } from '../../../projections/analytics/analyticsStore.js';
import { MEASURES } from '../../../projections/analytics/measures.js';

export const CSV_TYPE = 'text/csv; charset=utf-8';

/** Sums as Excel opens them by double click: with a byte order mark and lines that end in CRLF. Amounts in fen. */
export function analyticsCsv(by: string, tallies: readonly Tally[]): string {
  const rows = tallies.map(({ period, subject, sums }) => [
    period,
    field(subject),
    ...MEASURES.map((one) => sums[one]),
  ]);
  return `\uFEFF${[['period', by, ...MEASURES], ...rows].map((row) => `${row.join(',')}\r\n`).join('')}`;
}

function field(text: string): string {
  // What begins like a formula would be reckoned by the spreadsheet.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
