import { displayWidth, padEnd, padStart } from './displayWidth.js';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
}

/** Rows under aligned titles, two blanks between columns; wide characters count twice. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], indent = ''): string {
  const widths = columns.map(({ title }, at) =>
    Math.max(displayWidth(title), ...rows.map((row) => displayWidth(row[at] ?? ''))),
  );
  const line = (cells: readonly string[]) =>
    (
      indent +
      columns.map(({ align }, at) => (align === 'right' ? padStart : padEnd)(cells[at] ?? '', widths[at]!)).join('  ')
    ).trimEnd();
  return [line(columns.map(({ title }) => title)), ...rows.map(line)].join('\n');
}
