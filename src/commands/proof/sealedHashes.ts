import { HASH_BYTES } from '../../domain/proof/sha256.js';
import type { SealBook } from './sealBook.js';

const PAGE = 4_096;

/** Hashes of a book one by one, in order, read a page at a time. */
export class SealedHashes {
  #page: Uint8Array = new Uint8Array(0);
  #after = 0;

  constructor(private readonly book: SealBook) {}

  /** The hash of the n-th event, counted from 1; undefined: the book has none. */
  async of(n: number): Promise<Uint8Array | undefined> {
    const held = this.#in(n);
    if (held) return held;
    this.#page = await this.book.hashes(n - 1, PAGE);
    this.#after = n - 1;
    return this.#in(n);
  }

  #in(n: number): Uint8Array | undefined {
    const from = (n - 1 - this.#after) * HASH_BYTES;
    return from >= 0 && from + HASH_BYTES <= this.#page.length
      ? this.#page.subarray(from, from + HASH_BYTES)
      : undefined;
  }
}
