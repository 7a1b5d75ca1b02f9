import { canonicalJson } from '../../domain/kernel/canonicalJson.js';
import { leafHash } from '../../domain/proof/merkleTree.js';
import type { Sha256 } from '../../domain/proof/sha256.js';
import type { StoredEvent } from '../eventStore.js';

const utf8 = new TextEncoder();

/**
 * The hash of everything the log says of an event, its place included: RFC 6962's leaf over its canonical JSON (RFC 8785).
 * @throws TypeError for a row that holds what no event can.
 */
export function eventHash(sha256: Sha256, event: StoredEvent): Uint8Array {
  return leafHash(sha256, utf8.encode(canonicalJson(event)));
}
