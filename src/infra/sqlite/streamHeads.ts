import type { StreamName } from '../../domain/kernel/stream.js';

const MOST_STREAMS = 20_000;

/** The last revisions of the streams used most recently, so that appending to a busy one needs no read. */
export class StreamHeads {
  readonly #revisions = new Map<StreamName, number>();

  get(stream: StreamName): number | undefined {
    return this.#revisions.get(stream);
  }

  set(stream: StreamName, revision: number): void {
    // Set anew, a stream moves to the young end of the map; the oldest one is at its front.
    this.#revisions.delete(stream);
    this.#revisions.set(stream, revision);
    if (this.#revisions.size > MOST_STREAMS) this.#revisions.delete(this.#revisions.keys().next().value!);
  }

  clear(): void {
    this.#revisions.clear();
  }
}
