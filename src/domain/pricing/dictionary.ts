/**
 * An empty record to be filled by ids. Without a prototype the runtime keeps it as a hash table from the start; an
 * object literal would get a hidden class for every new set of ids, 30 times as slow.
 */
export function dictionary<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}
