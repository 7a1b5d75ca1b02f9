type Node = Record<string, unknown> | unknown[];

/** Sets a value at a path such as `benefit.ladder.0.from`; numbers make lists. */
export function setAt(root: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let node: Node = root;
  for (const [at, key] of path.entries()) {
    const fields = node as Record<string, unknown>;
    if (at === path.length - 1) fields[key] = value;
    else {
      if (!Object.hasOwn(fields, key)) fields[key] = /^\d+$/.test(path[at + 1]!) ? [] : {};
      const next = fields[key];
      // Two columns that contradict each other: the schema complains of the value that stays.
      if (typeof next !== 'object' || next === null) return;
      node = next as Node;
    }
  }
}
