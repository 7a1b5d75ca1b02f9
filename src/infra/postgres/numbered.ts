/** A portable statement as PostgreSQL wants it: `$1, $2 …` for each `?`. Its texts hold no question mark of their own. */
export function numbered(sql: string): string {
  let place = 0;
  return sql.replaceAll('?', () => `$${++place}`);
}
