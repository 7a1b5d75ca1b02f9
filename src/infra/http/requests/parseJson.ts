import { MAX_DEPTH } from '../limits.js';
import { Problem } from '../problems/problem.js';
import { explainJson, REFUSED_KEYS } from './explainJson.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });

const UNSTORABLE = /[\0\ud800-\udfff]/u;

/**
 * The JSON of a body. What is fine is read at full speed by the engine's own parser and looked through once; only what
 * is not is read again, slowly, to say where and why.
 * @throws Problem BODY_NOT_UTF8, BODY_NOT_JSON, BODY_TOO_DEEP, BODY_KEY_REFUSED, BODY_KEY_TWICE, BODY_TEXT_REFUSED.
 */
export function parseJson(bytes: Uint8Array): unknown {
  const text = decoded(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw explainJson(text) ?? new Problem('BODY_NOT_JSON', 'The body is not JSON.');
  }
  const members = countMembers(value, 1);
  if (members === SUSPECT || members !== colonsOutsideStrings(text)) {
    const problem = explainJson(text);
    if (problem) throw problem;
  }
  return value;
}

function decoded(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Problem('BODY_NOT_UTF8', 'The body holds bytes that are not UTF-8.');
  }
}

const SUSPECT = -1;

/** How many members all objects of a value have, or SUSPECT when it is too deep or holds what is never taken. */
function countMembers(value: unknown, depth: number): number {
  if (typeof value === 'string') return UNSTORABLE.test(value) ? SUSPECT : 0;
  if (typeof value !== 'object' || value === null) return 0;
  if (depth > MAX_DEPTH) return SUSPECT;
  let members = 0;
  if (Array.isArray(value)) {
    for (const item of value) {
      const inside = countMembers(item, depth + 1);
      if (inside === SUSPECT) return SUSPECT;
      members += inside;
    }
    return members;
  }
  for (const key of Object.keys(value)) {
    if (REFUSED_KEYS.has(key) || UNSTORABLE.test(key)) return SUSPECT;
    const inside = countMembers((value as Record<string, unknown>)[key], depth + 1);
    if (inside === SUSPECT) return SUSPECT;
    members += 1 + inside;
  }
  return members;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;

/** One for each member as it was written: more than the value has means a key was said twice. */
function colonsOutsideStrings(json: string): number {
  let colons = 0;
  let inside = false;
  for (let at = 0; at < json.length; at++) {
    const char = json.charCodeAt(at);
    if (char === QUOTE) inside = !inside;
    else if (inside && char === BACKSLASH) at++;
    else if (!inside && char === COLON) colons++;
  }
  return colons;
}
