import { canonicalJson } from '../../../domain/kernel/canonicalJson.js';

/**
 * A value with its keys in the order in which the log gives them back: what is answered at once and what is answered
 * to a repeated request are then the same bytes.
 */
export function inStoredOrder<T>(value: T): T {
  return JSON.parse(canonicalJson(value)) as T;
}
