import { createHash } from 'node:crypto';

/**
 * The id an event goes by on the server: a UUID made of all its bytes, its own id among them. The server compares ids
 * alone when something is sent again, so an id that stands for the bytes makes the same id with other bytes a conflict.
 */
export function contentId(type: string, metadata: Uint8Array, data: Uint8Array): string {
  const digest = createHash('sha256').update(type).update('\0').update(metadata).update('\0').update(data).digest();
  digest[6] = (digest[6]! & 0x0f) | 0x80;
  digest[8] = (digest[8]! & 0x3f) | 0x80;
  const hex = digest.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
