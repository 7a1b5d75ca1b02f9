export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * The one text of a JSON value: keys in UTF-16 order, no white space, absent and `undefined` alike (RFC 8785).
 * Numbers are safe integers here, so nothing of the RFC's rule for floating point is needed.
 * @throws TypeError for a value that is not such JSON.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return stringText(value);
  if (typeof value === 'number') return integerText(value);
  if (Array.isArray(value)) return arrayText(value);
  if (typeof value === 'object') return objectText(value as Readonly<Record<string, unknown>>);
  throw new TypeError(`${typeof value} is not JSON`);
}

/** What needs no escape: printable ASCII but quotes and backslashes. Most keys and ids are, and asking is cheaper. */
const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/;

function stringText(value: string): string {
  return PLAIN.test(value) ? `"${value}"` : JSON.stringify(value);
}

function integerText(value: number): string {
  if (!Number.isSafeInteger(value)) throw new TypeError(`${value} is not a safe integer`);
  return String(value === 0 ? 0 : value);
}

function arrayText(items: readonly unknown[]): string {
  let text = '[';
  for (let at = 0; at < items.length; at++) text += `${at > 0 ? ',' : ''}${canonicalJson(items[at])}`;
  return `${text}]`;
}

function objectText(object: Readonly<Record<string, unknown>>): string {
  let text = '{';
  for (const key of sorted(Object.keys(object))) {
    const member = object[key];
    if (member !== undefined) text += `${text.length > 1 ? ',' : ''}${stringText(key)}:${canonicalJson(member)}`;
  }
  return `${text}}`;
}

const FEW = 24;

/** In UTF-16 order. Every event has its keys sorted, mostly a few: those are put in place at half the cost of a sort. */
function sorted(keys: string[]): string[] {
  if (keys.length > FEW) return keys.sort();
  for (let next = 1; next < keys.length; next++) {
    const key = keys[next]!;
    let at = next;
    for (; at > 0 && keys[at - 1]! > key; at--) keys[at] = keys[at - 1]!;
    keys[at] = key;
  }
  return keys;
}

/** Whether two JSON values say the same, whatever the order of their keys. */
export function sameJson(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
