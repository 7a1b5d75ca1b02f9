/** Mutants ask thousands of times whether anything notices them: they look at one case in so many (`ONE_CASE_IN`). */
export function shortLook(cases: number): number {
  return Math.ceil(cases / Number(process.env['ONE_CASE_IN'] ?? 1));
}
