/** Small seeded random source (mulberry32): the same seed throws the same numbers for ever. */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** From 0 up to, not including, 1. */
  throw(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** An integer, both ends included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.throw() * (Math.max(high, low) - low + 1));
  }

  /** Small numbers as likely as large ones: the number of digits is even, not the number. */
  acrossScales(low: number, high: number): number {
    const exponent = Math.log(low) + this.throw() * (Math.log(high) - Math.log(low));
    return Math.min(high, Math.max(low, Math.round(Math.exp(exponent))));
  }

  chance(percent: number): boolean {
    return this.throw() * 100 < percent;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.between(0, items.length - 1)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  /** Each value as often as its weight says. */
  weighted<T>(items: readonly (readonly [T, number])[]): T {
    let left = this.throw() * items.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of items) {
      left -= weight;
      if (left < 0) return item;
    }
    return this.pick(items)[0];
  }

  /** At least one of them, in their order. */
  some<T>(items: readonly T[]): T[] {
    const chosen = items.filter(() => this.chance(45));
    return chosen.length > 0 ? chosen : [this.pick(items)];
  }

  shuffled<T>(items: readonly T[]): T[] {
    return items
      .map((item) => ({ item, place: this.throw() }))
      .sort((a, b) => a.place - b.place)
      .map(({ item }) => item);
  }

  /** An object with the field, at the given percentage; else without it. */
  maybe<T extends object>(percent: number, fields: () => T): Partial<T> {
    return this.chance(percent) ? fields() : {};
  }
}
