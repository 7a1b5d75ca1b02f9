import { Problem } from '../problems/problem.js';

/** The parameters of a URL. @throws Problem QUERY_INVALID when one is given twice */
export function parseQuery(url: string): Readonly<Record<string, string>> {
  const start = url.indexOf('?');
  const query: Record<string, string> = Object.create(null);
  if (start < 0) return query;
  for (const [name, value] of new URLSearchParams(url.slice(start + 1))) {
    if (name in query) {
      const shown = name.slice(0, 100);
      throw new Problem('QUERY_INVALID', `${shown} is given twice.`, {
        errors: [{ pointer: `/${shown}`, code: 'GIVEN_TWICE', detail: 'is given twice' }],
      });
    }
    query[name] = value;
  }
  return query;
}
