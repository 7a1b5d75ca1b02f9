const MOST_CHANGES = 100;

/**
 * A map by text that is never changed: `with` and `without` give another one, and whoever reads the old one goes on
 * undisturbed. Changes lie over a base that is copied only once in a hundred of them.
 */
export class PersistentMap<V> {
  private constructor(
    private readonly base: ReadonlyMap<string, V>,
    /** Undefined: it is in the base and was taken out. */
    private readonly changes: ReadonlyMap<string, V | undefined>,
  ) {}

  static of<V>(entries: Iterable<readonly [string, V]>): PersistentMap<V> {
    return new PersistentMap(new Map(entries), new Map());
  }

  get(key: string): V | undefined {
    const { changes } = this;
    return changes.size > 0 && changes.has(key) ? changes.get(key) : this.base.get(key);
  }

  with(key: string, value: V): PersistentMap<V> {
    return this.changed(key, value);
  }

  without(key: string): PersistentMap<V> {
    return this.changed(key, undefined);
  }

  *values(): Iterable<V> {
    for (const [key, value] of this.base) if (!this.changes.has(key)) yield value;
    for (const value of this.changes.values()) if (value !== undefined) yield value;
  }

  private changed(key: string, value: V | undefined): PersistentMap<V> {
    const changes = new Map(this.changes).set(key, value);
    return changes.size <= MOST_CHANGES ? new PersistentMap(this.base, changes) : this.rebased(changes);
  }

  private rebased(changes: ReadonlyMap<string, V | undefined>): PersistentMap<V> {
    const base = new Map(this.base);
    for (const [key, value] of changes) {
      if (value === undefined) base.delete(key);
      else base.set(key, value);
    }
    return new PersistentMap(base, new Map());
  }
}
