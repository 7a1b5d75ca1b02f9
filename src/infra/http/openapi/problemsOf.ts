import { type ProblemCode, problemEntry } from '../problems/problemTable.js';
import { ACCESS } from '../routes/access.js';
import { type Route, routeKey } from '../routes/route.js';

const BODY: readonly ProblemCode[] = [
  'BODY_NOT_JSON',
  'BODY_NOT_UTF8',
  'BODY_TOO_DEEP',
  'BODY_KEY_REFUSED',
  'BODY_KEY_TWICE',
  'BODY_TEXT_REFUSED',
  'BODY_TOO_LARGE',
  'MEDIA_TYPE_UNSUPPORTED',
  'BODY_INVALID',
];
const COMMAND: readonly ProblemCode[] = [
  'HEADER_INVALID',
  'COMMAND_ID_REUSED',
  'REVISION_CHANGED',
  'EVENT_TOO_LARGE',
  'STREAM_BUSY',
];
const KNOWN_CALLERS: readonly ProblemCode[] = [
  'HEADER_INVALID',
  'TOKEN_MISSING',
  'TOKEN_UNKNOWN',
  'ROLE_MISSING',
  'STORE_UNAVAILABLE',
  'NEWER_DATA',
];
const ANY: readonly ProblemCode[] = ['OVERLOADED', 'INTERNAL_FAULT'];

/** Every problem a route may answer with, by status. */
export function problemsOf(route: Route): ReadonlyMap<number, readonly ProblemCode[]> {
  const codes = new Set<ProblemCode>([
    ...(route.params ? (['PATH_INVALID'] as const) : []),
    ...(route.query ? (['QUERY_INVALID'] as const) : []),
    ...(route.body ? BODY : []),
    ...(route.command ? COMMAND : []),
    ...(route.ifMatch ? (['IF_MATCH_MISSING'] as const) : []),
    ...(route.problems ?? []),
    ...(ACCESS[routeKey(route)] === 'public' ? [] : KNOWN_CALLERS),
    ...ANY,
  ]);
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes) {
    const { status } = problemEntry(code);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return new Map([...byStatus].sort(([a], [b]) => a - b));
}
