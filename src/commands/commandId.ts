import { v5 } from 'uuid';
import { canonicalJson } from '../domain/kernel/canonicalJson.js';

/** The namespace of command ids, a UUID made for this; it must never change. */
const NAMESPACE = '6f3c2f8e-2f0b-4d6c-9a59-0c7d3b1e5a44';

/**
 * The id of a command: uuid v5 of shop, principal and the key its caller gave (an Idempotency-Key, a message id, or
 * the id of what it makes). The same key of the same caller is the same command.
 */
export function commandIdOf(shop: string, principal: string, key: string): string {
  return v5(canonicalJson([shop, principal, key]), NAMESPACE);
}
