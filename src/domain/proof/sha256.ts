/** SHA-256 of the parts, one after the other: 32 bytes. Handed in; the domain computes no hash of its own. */
export type Sha256 = (...parts: readonly Uint8Array[]) => Uint8Array;

export const HASH_BYTES = 32;

export function sameHash(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
