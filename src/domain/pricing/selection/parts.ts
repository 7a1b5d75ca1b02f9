/** Numbers that have been joined, directly or through others, are of one part (union–find). */
export class Parts {
  private readonly parent: number[];

  constructor(size: number) {
    this.parent = Array.from({ length: size }, (_, number) => number);
  }

  join(a: number, b: number): void {
    this.parent[this.of(a)] = this.of(b);
  }

  of(number: number): number {
    let at = number;
    while (this.parent[at] !== at) {
      this.parent[at] = this.parent[this.parent[at]!]!;
      at = this.parent[at]!;
    }
    return at;
  }
}
