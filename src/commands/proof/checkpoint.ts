import { z } from 'zod';
import { canonicalJson } from '../../domain/kernel/canonicalJson.js';
import { isInstant } from '../../domain/kernel/instant.js';

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hex');
const position = z.string().regex(/^\d+$/, 'must be a position');

/** What a signature is over. Kept for ever: a change of it is a new format. */
const checkpoint = z.strictObject({
  format: z.literal('orchard-checkpoint/1'),
  /** Events up to here. */
  count: z.int().positive(),
  first: position,
  last: position,
  /** Of the hash chain. */
  head: hash,
  /** Of the Merkle tree over the event hashes (RFC 6962). */
  root: hash,
  sealedAt: z.string().refine(isInstant, 'must be an instant'),
  /** Fingerprint of the key: SHA-256 of the public key in DER (SPKI). */
  key: hash,
});

const sealedCheckpoint = checkpoint.extend({
  /** Ed25519, in base64, over the canonical JSON of all the rest. */
  signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/, 'must be an Ed25519 signature in base64'),
});

export type Checkpoint = z.infer<typeof checkpoint>;
export type SealedCheckpoint = z.infer<typeof sealedCheckpoint>;

/** The text that is signed. */
export function signedText({ signature: _, ...checkpoint }: SealedCheckpoint | (Checkpoint & { signature?: string })) {
  return canonicalJson(checkpoint);
}

/** @throws RangeError that names what is wrong. */
export function readCheckpoint(text: string, called: string): SealedCheckpoint {
  const read = sealedCheckpoint.safeParse(jsonOf(text));
  if (read.success) return read.data;
  const [{ path, message } = { path: [], message: '' }] = read.error.issues;
  throw new RangeError(`${called} is no checkpoint of Orchard: ${[path.join('.'), message].filter(Boolean).join(' ')}`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
