const CHUNK = 65_536;

/** Text that grows row by row, kept as bytes. */
export class TextRows {
  readonly #chunks: Buffer[] = [];
  #text: string;

  constructor(head = '') {
    this.#text = head;
  }

  add(row: string): void {
    this.#text += row;
    if (this.#text.length >= CHUNK) this.#flush();
  }

  bytes(): Uint8Array {
    this.#flush();
    return Buffer.concat(this.#chunks);
  }

  #flush(): void {
    this.#chunks.push(Buffer.from(this.#text));
    this.#text = '';
  }
}
